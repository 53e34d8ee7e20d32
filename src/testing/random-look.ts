/** A layout for random documents. */
export const randomLayout = `{{#each chapters}}<article>{{#if heading}}{{#passage id=id}}<h1>{{heading}}</h1>{{/passage}}{{/if}}<div>
{{#each blocks}}
{{#if (is kind "heading")}}{{#passage id=id}}<h{{level}}>{{text}}</h{{level}}>{{/passage}}{{/if}}
{{#if (is kind "paragraph")}}{{#passage id=id}}<p>{{text}}</p>{{/passage}}{{/if}}
{{#if (is kind "list")}}<ul>{{#each items}}{{#passage id=id}}<li>{{text}}</li>{{/passage}}{{#if list}}<ol>{{#each list.items}}{{#passage id=id}}<li>{{text}}</li>{{/passage}}{{/each}}</ol>{{/if}}{{/each}}</ul>{{/if}}
{{#if (is kind "quote")}}{{#passage id=id}}<blockquote><p>{{text}}</p><p>{{source}}</p></blockquote>{{/passage}}{{/if}}
{{#if (is kind "callout")}}<aside>{{#passage class="label"}}<p>{{title}}</p>{{/passage}}{{#each paragraphs}}{{#passage id=id}}<p>{{text}}</p>{{/passage}}{{/each}}</aside>{{/if}}
{{#if (is kind "table")}}<table{{#if isMirrored}} class="mirrored"{{/if}}>
{{#passage}}<caption>{{caption}}</caption>{{/passage}}
{{#if head}}<thead>{{#each head}}{{#passage id=id}}<tr>{{#each cells}}<th scope="col" colspan="{{columns}}">{{text}}</th>{{/each}}</tr>{{/passage}}{{/each}}</thead>{{/if}}
<tbody>{{#each rows}}{{#passage id=id}}<tr>{{#each cells}}<td colspan="{{columns}}">{{text}}</td>{{/each}}</tr>{{/passage}}{{/each}}</tbody></table>{{/if}}
{{/each}}</div></article>{{/each}}`

/** A theme for them, on pages with so deep a text area; `page` is what `@page` says besides. */
export function randomTheme(depth: number, page = ''): string {
  return `@page { size: 500pt ${depth + 40}pt; margin: 20pt; ${page} }
html { font-family: Square; font-size: 10pt; line-height: 15pt; bi-baseline: 12pt; widows: 2; orphans: 2 }
h1 { break-after: avoid } h2, h3 { margin-top: 10pt; break-after: avoid }
p { margin-bottom: 5pt } div { column-rule: 1pt solid #cccccc }
aside { background: #eeeeee; margin: 5pt -9pt; padding: 6pt 0; break-inside: avoid } .label { break-after: avoid }
table { width: 100%; margin: 5pt 0 } th, td { padding: 1pt 4pt 1pt 0 } thead { border-bottom: 1pt solid black }
bi-note { font-size: 8pt; line-height: 10pt; bi-baseline: 8pt; padding-left: 10pt; margin-top: 2pt }`
}
