import dns from 'node:dns'
import http from 'node:http'
import net from 'node:net'

/** Puts a bell on every way to the network; gives the names of those that were tried, as they are. */
export function trap(): readonly string[] {
  const touched: string[] = []
  const ring = (name: string) => (): never => {
    touched.push(name)
    throw new Error(`${name} was called`)
  }
  net.Socket.prototype.connect = ring('net.connect')
  dns.lookup = Object.assign(ring('dns.lookup'), { __promisify__: ring('dns.lookup') })
  dns.resolve = Object.assign(ring('dns.resolve'), { __promisify__: ring('dns.resolve') })
  http.request = ring('http.request')
  globalThis.fetch = ring('fetch')
  return touched
}
