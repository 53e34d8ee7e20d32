import type { InventoryUser, InventoryVersion } from './inventory.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import { readPaths, type Say, stateCodes } from './read-paths.ts'
import { sortedVersions, versionNumber } from './version-names.ts'

/** The versions of an inventory, oldest first (spec 3.5.3); `manifest` is the block as it stands, digests in their own case. */
export function readVersions(
  versions: JsonObject,
  manifest: Json | undefined,
  say: Say,
): ReadonlyMap<string, InventoryVersion> {
  const digests = isObject(manifest) ? manifest : new Map<string, Json>()
  const read = new Map<string, InventoryVersion>()
  for (const [name, block] of versions) {
    if (versionNumber(name) === null) say('E046', `\`${name}\` is no name of a version`)
    if (isObject(block)) read.set(name, readVersion(block, name, digests, say))
    else say('E047', `the version \`${name}\` is no object`)
  }
  return new Map(
    sortedVersions(read.keys()).flatMap((name) => {
      const version = read.get(name)
      return version === undefined ? [] : [[name, version] as const]
    }),
  )
}

const keys: ReadonlySet<string> = new Set(['created', 'state', 'message', 'user'])

function readVersion(block: JsonObject, name: string, manifest: JsonObject, say: Say): InventoryVersion {
  for (const key of block.keys())
    if (!keys.has(key)) say('E102', `the version \`${name}\` has a key \`${key}\``)
  const [created, state] = [block.get('created'), block.get('state')]
  if (created === undefined) say('E048', `the version \`${name}\` has no \`created\``)
  else if (typeof created !== 'string' || !isInstant(created))
    say('E049', `the version \`${name}\` has no date and time with a time zone in \`created\``)
  if (state === undefined) say('E048', `the version \`${name}\` has no \`state\``)
  else checkState(state, name, manifest, say)
  return {
    created: typeof created === 'string' ? created : '',
    state: readPaths(state ?? null, `state of ${name}`, stateCodes, say),
    message: readMessage(block.get('message'), name, say),
    user: readUser(block.get('user'), name, say),
  }
}

function checkState(state: Json, name: string, manifest: JsonObject, say: Say): void {
  if (!isObject(state)) say('E050', `the state of the version \`${name}\` is no object`)
  else
    for (const digest of state.keys())
      if (!manifest.has(digest))
        say('E050', `the version \`${name}\` has a digest that the manifest has not: ${digest}`)
}

function readMessage(message: Json | undefined, name: string, say: Say): string | null {
  if (typeof message === 'string') return message
  if (message === undefined) say('W007', `the version \`${name}\` has no \`message\``)
  else say('E094', `the message of the version \`${name}\` is no text`)
  return null
}

function readUser(user: Json | undefined, name: string, say: Say): InventoryUser | null {
  if (user === undefined) {
    say('W007', `the version \`${name}\` has no \`user\``)
    return null
  }
  const given = isObject(user) ? user.get('name') : undefined
  if (!isObject(user) || typeof given !== 'string' || given === '') {
    say('E054', `the user of the version \`${name}\` has no \`name\``)
    return null
  }
  for (const key of user.keys())
    if (key !== 'name' && key !== 'address')
      say('E102', `the user of the version \`${name}\` has a key \`${key}\``)
  const address = user.get('address')
  if (address === undefined) say('W008', `the user of the version \`${name}\` has no \`address\``)
  else if (typeof address !== 'string' || !isUri(address))
    say('W009', `the address of the user of the version \`${name}\` is no URI`)
  return { name: given, address: typeof address === 'string' ? address : null }
}

/** Whether a text has the form of a URI (RFC 3986): a scheme, a colon, and none of the characters that must be escaped. */
export function isUri(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/.test(text)
}

/** Whether a text is a date and time of RFC 3339, with seconds and a time zone, that there is. */
function isInstant(text: string): boolean {
  const found = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|[+-](\d\d):(\d\d))$/.exec(
    text,
  )
  if (found === null) return false
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] = found
    .slice(1)
    .map((digits) => Number(digits ?? 0))
  const days = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
  // A leap second is the sixtieth.
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= days &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 60 &&
    zoneHour <= 23 &&
    zoneMinute <= 59
  )
}
