// 0a146ee808ad475fec68930fcace772a618cbca22aeab20d89d07440b8d56721
(function(exports,require,module,__filename,__dirname){"use strict";const n=require("./lint.js");function o(n){return new TextEncoder().encode(n).length}const e=2e3;function t(t,r,s){const d=[];let w=0;let c=0;const m=n=>{const t=o(n)+1;if(w+t>s.maxBytes-e)return false;w+=t;d.push(n);return true};const{summary:h}=t;m(`## ${i(t)} pw-workflow-check
`);m(`**${n.workflowCount(h)}** &nbsp; ${n.findingCount(h)}
`);if(t.gate){m(`**release gate: ${t.gate.ready?"open \u2705":"closed \u274C"}**
`);for(const o of t.gate.reasons)m(`- ${n.markdownText(o)}`);m("")}for(const o of s.notes??[])m(`> ${n.markdownText(o)}
`);for(const o of t.faults)m(`> **fault of this tool:** ${n.markdownText(o.message)}
`);if(t.workflows.length>0){m("| | workflow | result | findings |\n|---|---|---|---|");for(const n of t.workflows)if(!m(a(n,t)))c++;m("")}if(c>0)d.push(`${n.plural(c,"workflow")} not shown: the report would be too long.
`);c=0;const $=n.worstFirst(t.diagnostics);const p=$.filter(n=>n.severity!=="note");const g=$.slice(p.length);if($.length>0)m("### Findings\n");for(const n of p)if(c>0||!m(f(n,r,s)))c++;if(g.length>0){if(c===0)m(`<details><summary>${n.plural(g.length,"note")}</summary>
`);const o=c;for(const n of g)if(c>0||!m(f(n,r,s)))c++;if(o===0)d.push("</details>\n")}if(c>0)d.push(`${n.plural(c,"finding")} not shown: the report would be too long.
`);c=0;if(t.runs.length>0)m("### Runs\n");for(const n of t.runs)if(c>0||!m(u(n,s)))c++;if(c>0)d.push(`${n.plural(c,"run")} not shown: the report would be too long.
`);for(const o of t.remarks)m(`- ${n.markdownText(o)}`);if(t.allowed.length>0){const o=t.allowed.map(o=>`- ${n.markdownCode(o.rule)} ${l(o,s)}: ${n.markdownText(o.reason)}`);m(`
<details><summary>${n.plural(o.length,"finding")} allowed in the files</summary>

${o.join("\n")}

</details>`)}return`${d.join("\n")}
`}const r={passed:"\u2705",failed:"\u274C",skipped:"\u23ED\uFE0F"};const s={error:"\u274C",warning:"\u26A0\uFE0F",note:"\u2139\uFE0F"};function i({summary:n,faults:o}){if(o.some(n=>n.kind!=="tool-missing"))return"\u{1F4A5}";if(n.errors>0||n.failed>0)return"\u274C";return n.warnings>0?"\u26A0\uFE0F":"\u2705"}function a(o,e){const t=e.runs.filter(n=>n.path===o.path);const s=e.diagnostics.filter(n=>n.workflow===o.name).length;const i=n.workflowWords(o,t);const a=[r[o.outcome],`**${n.markdownText(o.name)}**`,n.markdownText(i),String(s)];return`| ${a.join(" | ")} |`}function l(o,e){const t=o.range.start.line;return n.markdownLink(`${o.path}:${t}`,e.linkTo?.(o.path,t))}function f(o,e,t){const r=[`${s[o.severity]} ${l(o,t)} **${n.markdownText(o.message)}** ${n.markdownCode(o.rule)}
`];const i=e(o.path);if(i){const e=n.codeFrame(i,o.range);const t=String(e.line);const s=`${" ".repeat(e.blanks)}${"^".repeat(e.marks)}`;r.push(`${n.markdownBlock(`${t} | ${e.text}
${" ".repeat(t.length)} | ${s}`)}
`)}for(const e of o.related){r.push(`- ${l(e,t)}: ${n.markdownText(e.message)}`)}if(o.related.length>0)r.push("");if(o.help!==undefined)r.push(`\u{1F4A1} ${n.markdownText(o.help)}
`);if(o.fix){const e=o.fix.safety==="safe"?"--fix":"--fix-unsafe";r.push(`\u{1F527} ${n.markdownText(o.fix.title)} (${n.markdownCode(e)})
`)}return r.join("\n")}function u(o,e){const t=[`#### ${r[o.outcome]} ${n.markdownText(o.workflow)} (${n.markdownText(n.runTitle(o))})
`,`${n.markdownText(n.runOutcome(o))}
`];if(o.failure?.path!==undefined&&o.failure.range){t.push(`at ${l({path:o.failure.path,range:o.failure.range},e)}
`)}if(o.failure?.help!==undefined)t.push(`\u{1F4A1} ${n.markdownText(o.failure.help)}
`);for(const e of o.leftovers)t.push(`- left behind: ${n.markdownText(n.leftoverWords(e))}`);const s=n.timeline(o);if(s!==undefined)t.push(`${d("timeline",s)}
`);if(o.jobs.length>0){const e=o.jobs.map(o=>`| ${n.markdownText(o.job)} | ${o.outcome} | ${n.duration(o.ms)} |`);t.push(`${d("jobs",`| job | outcome | time |
|---|---|---|
${e.join("\n")}`)}
`)}if(o.fidelity.length>0){const e=o.fidelity.map(o=>`- ${n.markdownText(o.what)}: ${o.how}${o.why===undefined?"":`, ${n.markdownText(o.why)}`}`);t.push(`${d("what was emulated",e.join("\n"))}
`)}if(o.log.length>0){t.push(`${d(`last ${n.plural(o.log.length,"line")}`,n.markdownBlock(o.log.join("\n")))}
`)}return t.join("\n")}function d(n,o){return`<details><summary>${n}</summary>

${o}

</details>`}exports.formatMarkdown=t;
})
