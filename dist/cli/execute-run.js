// 4e2f51fcd479d0ae5ca83e6b9ff0087a6ce26ec9fe2a0cc3070e5d4520abbd11
(function(exports,require,module,__filename,__dirname){"use strict";const e=require("./run-workflows.late.js");const t=require("./service-state.js");const n=require("./lint.js");async function s(e,n){const{files:s}=e.ports;const o=t.joinPath(n.logs,n.name);const a=t.joinPath(n.logs,"step.out");const c={status:143,stopped:true,killed:false,script:o,output:a,pid:0};if(e.over.aborted)return c;s.write(o,n.filled.text,493);s.makeDirectory(n.cwd);if(n.signal.aborted)return c;const[d,...u]=n.shell.split(/\s+/).filter(e=>e!==""&&e!=="{0}");const l=await e.scope.start({argv:[d??"bash",...u,o],cwd:n.cwd,env:{...n.env,PWD:n.cwd},output:a});const f=r(e,l,n);const p=await l.ended;const{stopped:h,killed:m}=f.finish();const $=i(p);if(!e.over.aborted)s.write(t.joinPath(n.logs,"step.exit"),`${$}
`);return{status:$,stopped:h,killed:m,script:o,output:a,pid:l.pid}}const o={SIGHUP:1,SIGINT:2,SIGKILL:9,SIGSEGV:11,SIGTERM:15};function i(e){return e.kind==="exit"?e.code:128+(o[e.signal]??0)}function r(e,t,n){let s=false;let o=false;const i=new AbortController;const r=async()=>{s=true;t.signalGroup("SIGTERM");await e.ports.clock.sleep(n.graceMs,i.signal);if(i.signal.aborted)return;o=true;t.signalGroup("SIGKILL")};const a=()=>void r();n.signal.addEventListener("abort",a,{once:true});if(n.signal.aborted)a();return{finish(){n.signal.removeEventListener("abort",a);i.abort();return{stopped:s,killed:o}}}}const a=50;const c=3e3;function d(e,n){const{files:s,clock:o}=e.ports;const r=new Map;const d=new AbortController;const{scheduler:f}=e.plan;const p=(e,o,i)=>{o.state=i;s.write(t.joinPath(n,e,"state"),i)};const h=async(r,a)=>{p(r,a,"RUNNING");const c=t.joinPath(n,r);const h=e=>s.read(t.joinPath(c,e),1e6)??"";const $=h("cwd");const b=e.plan.mode==="pbs";const w=t.joinPath($,h("out"));const g=b?t.joinPath(c,"output"):w;const y=t.joinPath(c,b?`${r}.local.SC`:"slurm_script");s.copyFile(t.joinPath(c,"script"),y);s.makeDirectory(g.slice(0,g.lastIndexOf("/")));const j=await e.scope.start({argv:[y],cwd:$,env:l(e,r,c),output:g});a.running=j;const S=u(h("limit"),b);const k=new AbortController;let v=false;let P=false;if(S!==undefined){void o.sleep(S*1e3,AbortSignal.any([k.signal,d.signal])).then(()=>{if(k.signal.aborted||d.signal.aborted)return;v=true;void m(a,j)})}if(f.nodeFailsAfterMs!==undefined){void o.sleep(f.nodeFailsAfterMs,AbortSignal.any([k.signal,d.signal])).then(()=>{if(k.signal.aborted||d.signal.aborted)return;P=true;j.signalGroup("SIGKILL")})}const _=i(await j.ended);k.abort();s.write(t.joinPath(c,"exit"),String(_));if(b)s.copyFile(g,w);const E=P?"NODE_FAIL":v?"TIMEOUT":a.cancelled?"CANCELLED":_===0?"COMPLETED":"FAILED";p(r,a,E)};const m=async(e,t)=>{t.signalGroup("SIGTERM");await o.sleep(c,d.signal);if(e.state==="RUNNING")t.signalGroup("SIGKILL")};const $=()=>{for(const o of s.list(n)){let i=r.get(o);if(i===undefined){if(s.kindOf(t.joinPath(n,o,"ready"))==="missing")continue;i={state:"PENDING",submittedMs:e.elapsed(),running:undefined,cancelled:false};r.set(o,i)}if(!i.cancelled&&s.kindOf(t.joinPath(n,o,"cancel"))!=="missing"){i.cancelled=true;if(i.state==="PENDING")p(o,i,"CANCELLED");else if(i.running!==undefined&&i.state==="RUNNING")void m(i,i.running)}const a=f.holds||s.kindOf(t.joinPath(n,o,"held"))!=="missing";const c=e.elapsed()-i.submittedMs>=f.queueDelayMs;if(i.state==="PENDING"&&c&&!a&&!d.signal.aborted)void h(o,i)}};s.makeDirectory(n);const b=s.watch(n,$);const w=async()=>{while(!d.signal.aborted){$();await o.sleep(a,d.signal)}};void w();return{async settle(){$();const e=o.now();const t=()=>[...r.values()].some(e=>e.cancelled&&e.state==="RUNNING");while(t()&&o.now()-e<c+1e3)await o.sleep(10)},jobs:()=>[...r].map(([e,t])=>({id:e,state:t.state})),close(){d.abort();b()}}}function u(t,n){if(/^\d+$/.test(t))return Number(t)*(n?1:60);return e.clockSeconds(/^\d+:\d+$/.test(t)?`0:${t}`:t)}function l(e,n,s){const{files:o}=e.ports;const i=e=>o.read(t.joinPath(s,e),1e6)??"";const r=p(i("env"));const a=i("name");const c=i("submitted-from");const d={};for(const t of["HOME","USER","LOGNAME","SHELL","PATH","LANG","TMPDIR","RUNNER_TRACKING_ID"]){const n=e.env[t];if(n!==undefined)d[t]=n}const u={BASH_ENV:e.env["BASH_ENV"]??"",PW_CHECK_TRACE:e.trace,PW_CHECK_RUN:e.marker,PW_CHECK_STEP:r["PW_CHECK_STEP"]??`batch/${n}`};const l=f(r,i("passes"));if(e.plan.mode==="pbs"){return{...d,...l,PBS_JOBID:`${n}.local`,PBS_JOBNAME:a,PBS_ENVIRONMENT:"PBS_BATCH",PBS_QUEUE:"workq",PBS_O_WORKDIR:c,PBS_O_HOME:e.home,PBS_O_LOGNAME:e.env["LOGNAME"]??"",PBS_O_PATH:e.env["PATH"]??"",PBS_O_SHELL:"/bin/bash",PBS_O_HOST:e.ports.machine.hostname,...u}}return{...d,...l,SLURM_JOB_ID:n,SLURM_JOBID:n,SLURM_JOB_NAME:a,SLURM_SUBMIT_DIR:c,SLURM_SUBMIT_HOST:e.ports.machine.hostname,SLURM_JOB_NODELIST:e.ports.machine.hostname,SLURM_NODELIST:e.ports.machine.hostname,SLURMD_NODENAME:e.ports.machine.hostname,SLURM_JOB_NUM_NODES:"1",SLURM_NNODES:"1",SLURM_NTASKS:"1",SLURM_JOB_PARTITION:"main",SLURM_CLUSTER_NAME:"local",...u}}function f(e,t){const n=t.split(",").map(e=>e.trim());if(n.includes("ALL"))return e;const s=n.filter(e=>e!=="NONE"&&e!=="");return Object.fromEntries(s.flatMap(t=>{const n=t.indexOf("=");if(n!==-1)return[[t.slice(0,n),t.slice(n+1)]];const s=e[t];return s===undefined?[]:[[t,s]]}))}function p(e){return Object.fromEntries(e.split("\0").filter(e=>e.includes("=")).map(e=>[e.slice(0,e.indexOf("=")),e.slice(e.indexOf("=")+1)]))}const h=e=>t.joinPath(e,"requests");const m=100;const $=1e6;function b(e){const{files:t,clock:n}=e.ports;const s=new AbortController;const o=new AbortController;const i=h(e.directory);let r=0;let a="";const c=t=>{const[n,s="",...i]=t.split(" ");const r=[s,...i].join(" ").trim();if(n==="cancel"){if(w(e,s))o.abort();else e.note({what:`pw workflows runs cancel ${s}`.trim(),how:"skipped",why:"there is no such run here"});return}const a=/^(?:ssh|scp)$/.test(s)?"the host is not part of a local run; the command ended with status 255":"it is not emulated in a local run; it ended with status 1";if(n==="refused")e.note({what:r,how:"skipped",why:a})};const d=()=>{const{text:e,next:n}=t.readFrom(i,r,$);r=n;const s=`${a}${e}`.split("\n");a=s.pop()??"";s.forEach(c)};const u=async()=>{const t=AbortSignal.any([s.signal,e.over]);while(!t.aborted){d();await n.sleep(m,t)}};void u();return{cancelled:o.signal,close(){if(s.signal.aborted)return;s.abort();d()}}}const w=(e,t)=>t===""||t===e.slug||Number(t)===Number(e.jobNumber);function g(e,t){const n=e.replace(/\n$/,"").split("\n");const s=t.replace(/\n$/,"").split("\n");const o=new Map;let i=n.length-1;let r=s.length-1;while(i>=0&&r>=0){if(n[i]===s[r]){o.set(i+1,r+1);i--;r--}else if(s[r]?.trim()==="")r--;else break}return o}const y=60;function j(e,t,n){const s=e.split("\n");const o=n.replace(/[^\w-]/g,".");const i=new RegExp(`^\\s*(?:function\\s+)?${o}\\s*(?:\\(\\s*\\)|\\{|$)`);const r=n===""?0:Math.max(0,s.findIndex(e=>i.test(e)));const a=e=>e.replace(/[\s"'\\]/g,"");const c=a(t);const d=a(t.trim().split(/\s+/)[0]??"");for(const e of[c,c.slice(0,y),d]){if(e==="")return undefined;const t=s.findIndex((t,n)=>n>=r&&!/^\s*#/.test(t)&&a(t).includes(e));if(t!==-1)return t+1}return undefined}function S(e){return e.split("\n").flatMap(e=>{const[n,s,o="",i="",r="",a="",c]=e.split("	");if(n!=="H"||c===undefined)return[];const d=a===""||a===r;return[{script:Number(s),functionName:o,file:t.joinPath(i,a||r),inProgram:d,command:c}]})}function k(e){return e.split("\n").flatMap(e=>{const[n,s,o,i,r,a,c,d,u,...l]=e.split("	");if(n!=="E"&&n!=="X"||u===undefined||u===""||c===undefined||d===undefined)return[];return[{kind:n==="E"?"failed":"exit",status:Number(s),line:Number(o),script:Number(i),mainShell:i===r,errexit:a?.includes("e")===true,program:d,file:t.joinPath(c,u),inProgram:d===u,command:l.join("	")}]})}function v(e,t){const n=e.filter(e=>e.mainShell&&e.status===t);const s=n.find(e=>e.kind==="failed"&&e.errexit);const o=n.find(e=>e.kind==="exit");const i=n.findLast(e=>e.inProgram)??n.at(-1);return s??o??i}function P(e,t){let n;for(const s of e.split("\n")){const e=/^(?:.*\/)?([^/:\s]+): line (\d+): (.*)$/.exec(s);if(e?.[1]!==undefined&&t(e[1]))n={line:Number(e[2]),message:e[3]??""}}return n}const _=e=>/(?:^|\/)(?:slurm_script|[^/]+\.SC)$/.test(e);const E=2e6;function N(e,t){const n=k(e.ports.files.readEnd(e.trace,E)??"");const s=t.script.slice(t.script.lastIndexOf("/")+1);const o=n.filter(e=>M(e.program,t.script));const i=v(o,t.status);const r=P(t.output,e=>e===s||_(e));const a=i?.line??r?.line;if(a===undefined)return undefined;const c=i===undefined?undefined:I(n,i,t.status);const d=i===undefined||i.inProgram?t.script:i.file;const u={file:d,line:a};const l=c??u;const f=n=>A(e,n.file,n.line,n.file===t.script?t.source:undefined);return{...l,span:f(l)??f(u)??O(e,l,t),said:r?.message}}function O(e,t,n){const{files:s}=e.ports;const o=s.read(t.file,5e6)?.split("\n")[t.line-1]??"";const i=o.trim()===""?undefined:j(s.read(n.script,5e6)??"",o,"");return i===undefined?undefined:A(e,n.script,i,n.source)}function M(e,t){if(e===t||_(e))return true;return!e.startsWith("/")&&x(e)===x(t)}const x=e=>e.slice(e.lastIndexOf("/")+1);function I(e,t,n){for(const s of[...e].reverse()){if(s.script===t.script||s.status!==n||!s.mainShell)continue;const o=x(s.program);if(o==="script-unstable.sh"||!t.command.includes(o))continue;const i=v(e.filter(e=>e.script===s.script),n);const{file:r,line:a}=i??s;return{file:r,line:a}}return undefined}function A(e,s,o,i){const{files:r}=e.ports;const a=i!==undefined&&s!==i?i:s;const c=t.pathBelow(e.jobDirectory,a);if(c===undefined||c==="")return undefined;const d=e.options.repository.read(n.filePath(c));if(d.kind!=="text")return undefined;let u=o;if(a!==s){const e=r.read(s,5e6)??"";const t=e.replace(/\n$/,"").split("\n").length;u=g(e,r.read(a,5e6)??d.text).get(Math.min(o,t))}if(u===undefined)return undefined;return T(n.filePath(c),d.text,u)}function T(e,t,s){const o=n.lineIndex(t);const i=o.startOf(s);const r=o.lineText(s);const a=r.length-r.trimStart().length;return n.mappedFile({path:e,text:t}).spanOf(i+a,i+Math.max(a,r.trimEnd().length))}const R=e=>t.joinPath(e,"run.sh");const C=2e3;function L(e){const t=e.replace(/\r+$/,"").split("\r").at(-1)??"";const n=t.replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-_])/g,"").replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g,"");const s=n.replace(/^(\s*)(::|##\[)/,"$1\u200B$2").replaceAll("##[","#\u200B#[");return s.length>C?`${s.slice(0,C-1)}\u{2026}`:s}function D(e,t){const n=e.split("\n");if(n.at(-1)==="")n.pop();return n.slice(-t).map(L)}function H(e,n){const s=n?.source===undefined?undefined:t.pathBelow(e.jobDirectory,n.source);return s===undefined?"the script":s.slice(s.lastIndexOf("/")+1)}function U(e,t){const n=W(e,t);return n===undefined?t?.at??e.plan.at:T(n.path,n.text,1)}function W(e,s){const o=s?.source===undefined?undefined:t.pathBelow(e.jobDirectory,s.source);if(o===undefined||o==="")return undefined;const i=e.options.repository.read(n.filePath(o));return i.kind==="text"?{path:n.filePath(o),text:i.text}:undefined}function B(e,t,n){const s=W(e,t);if(s===undefined)return undefined;const o=s.text.split("\n");const i=o.findLastIndex(e=>!/^\s*#/.test(e)&&n(e));return i===-1?undefined:T(s.path,s.text,i+1)}const G=(e,t,n)=>B(e,t,e=>e.includes(n));function q(e,t,n){const s=n.replace(".","\\.");const o=new RegExp(`(?:>\\|?\\s*|\\btee\\s+(?:-\\S+\\s+)*|\\btouch\\s+(?:\\S+\\s+)*)["']?(?:[^\\s"'>|;&]*/)?${s}\\b`);return B(e,t,e=>o.test(e))}function V(e,t,n){const s=W(e,t);if(s===undefined)return undefined;const o=n.split(/\s+/).map(e=>e.slice(e.lastIndexOf("/")+1)).filter(e=>e.length>2&&/[A-Za-z]/.test(e));const i=o[0];if(i===undefined)return undefined;const r=s.text.split("\n").map((e,t)=>({line:e,index:t}));const a=r.filter(({line:e})=>!/^\s*#/.test(e));const c=a.filter(({line:e})=>e.includes(i));const d=c.length>0?c:a;let u;let l=c.length>0?1:2;for(const{line:e,index:t}of d){const n=o.filter(t=>e.includes(t)).length;if(n<l)continue;u=t;l=n}const f=o.slice(1);const p=u!==undefined&&f.some(e=>r[u]?.line.includes(e)===true);const h=p||u!==undefined&&f.length===0?undefined:K(e,s,f);return h??(u===undefined?undefined:T(s.path,s.text,u+1))}function K(e,t,n){const s=(e.options.serviceStarts?.()??[]).filter(({file:e})=>e===t.path);const o=({start:e})=>t.text.slice(0,e).split("\n").length;const i=t.text.split("\n");const r=s.find(e=>n.some(t=>i[o(e)-1]?.includes(t)===true));const a=r??(s.length===1?s[0]:undefined);return a&&T(t.path,t.text,o(a))}function F(e,t){return B(e,t,e=>/\btrap\b.*\b(?:SIG)?TERM\b/.test(e))}function J(e,t,n,s){const o=()=>U(e,t);switch(n.cause){case"bad-port-file":case"not-listening":case"foreign-listener":case"marker-order":return q(e,t,"SESSION_PORT")??o();case"bad-hostname":return q(e,t,"HOSTNAME")??o();case"wrong-address":case"http-error":case"not-http":case"tls-mismatch":case"unstable":for(const n of s){const s=V(e,t,n);if(s!==undefined)return s}return o();default:return o()}}const z=(e,t)=>B(e,t,e=>/^\s*exec\s+[^<>&\s]/.test(e));const X=[/curl: \((?:5|6|7|28)\) .*$/,/wget: (?:unable to resolve|failed:).*$/,/(?:fatal: )?unable to access '.*$/,/^.*(?:could not resolve host|temporary failure in name resolution|name or service not known|network is unreachable).*$/i];const Y=/\b(?:error|fatal|failed|failure|cannot|can't|could not|couldn't|unable|denied|no such|not found|invalid|missing|refused|traceback|exception|abort(?:ed)?|killed|exited with|usage)\b/i;const Z=/localhost|127\.0\.0\.1|\[::1\]/;const Q=200;function ee(e){const t=e.map(e=>e.trim()).filter(e=>e!=="");const n=t.filter(e=>!Z.test(e)).flatMap(e=>X.flatMap(t=>t.exec(e)?.[0]??[])[0]??[])[0];if(n!==undefined){return{said:n.slice(0,Q),help:'the run could not reach the network: provide what it fetches with "run.before", or the program that fetches it with "run.stubs"'}}const s=t.findLast(e=>Y.test(e))??t.at(-1);return s===undefined?undefined:{said:s.slice(0,Q)}}function et(e,n,s){if(n===undefined)return[];const o=e.ports.files.readEnd(t.joinPath(n.directory,`run.${e.slug}.out`),65536);return o===undefined?[]:D(o,s)}function en(e){const n=t.portIn(e.ports.files.read(t.joinPath(e.jobDirectory,"SESSION_PORT"),100)??"");if(n===undefined)return undefined;for(const s of e.scope.listeners()){if(s.port!==n)continue;const o=e.scope.ownerOf(s);if(o?.inScope!==true)return t.foreignListener(n,o)}return undefined}function es(e,t,n,s){const o=H(e,t);const i=s.cause==="foreign-listener"?s:en(e);if(i!==undefined){return{...i,at:q(e,t,"SESSION_PORT")??U(e,t)}}if(n===undefined||n===0){return{cause:"exited-early",message:`${o} ended before its service was ready (${s.message})`,at:U(e,t),help:'the script must not end before the service: run it in the foreground, or "wait" for it'}}const r=et(e,t,200).join("\n");const a=R(t.directory);const c=N(e,{script:a,status:n,output:r,source:t.source});const d=c?.said===undefined?ee(et(e,t,20)):{said:c.said};const u=d?.said;return{cause:"start-failed",message:`${o} ended with status ${n}${u===undefined?"":`: ${u}`}`,at:c?.span??z(e,t)??U(e,t),help:ei(n)??d?.help}}const eo=new Map([[1,"SIGHUP"],[2,"SIGINT"],[6,"SIGABRT"],[13,"SIGPIPE"],[15,"SIGTERM"],[24,"SIGXCPU, the limit of processor time"]]);function ei(e){if(e===127)return"status 127 means that a command was not found";if(e===126)return"status 126 means that a file was found but cannot be executed";if(e===137)return"status 137 means that it was killed with SIGKILL, for example for want of memory";if(e===139)return"status 139 means that it crashed with a segmentation fault";const t=eo.get(e-128);return t===undefined?undefined:`status ${e} means that it was ended by ${t}`}function er(e){if(e.jobs.length===0){return{cause:"step-failed",message:e.message,at:e.at}}const t=e.jobs.length>1?`${e.jobs[0]} (${e.jobs.slice(1).join(" / ")})`:e.jobs[0];if(e.unsupported!==undefined){return{cause:"unsupported",message:`job "${t}": ${e.message}`,at:e.at}}const n=ee(e.log);return{cause:"step-failed",message:`job "${t}": ${e.message}${n===undefined?"":`: ${n.said}`}`,at:e.at,help:n?.help}}const ea=5e5;const ec=2e3;const ed=1e6;function eu(e,n){const{files:s}=e.ports;const o=t.joinPath(e.jobDirectory,"diagnostics");const i=(e,n)=>s.write(t.joinPath(o,e),n.map(e=>`${e}
`).join(""));const r=e.scope.members();i("processes.txt",r.map(({pid:e,parent:t,step:n,command:s})=>`${e}	${t}	${n??"-"}	${s}`));i("listeners.txt",e.scope.listeners().flatMap(t=>{const n=e.scope.ownerOf(t);return n?.inScope===true?[`${t.address}:${t.port}	${n.pid}	${n.command}`]:[]}));i("markers.txt",n.map(e=>`${e.atMs} ms	${e.file}	${e.by}	${JSON.stringify(e.content)}`));i("environment.txt",Object.keys(e.env).sort());const a=k(s.readEnd(e.trace,ea)??"").slice(-200);i("failed-commands.txt",a.flatMap(n=>{const s=t.pathBelow(e.jobDirectory,n.file);if(s===undefined||n.kind==="exit"&&n.status===0)return[];return[`status ${n.status}	${s}:${n.line}	${n.command.replace(/\\(.)/g,"$1")}`]}))}function el(e){const{files:n}=e.ports;const s=t.joinPath(e.jobDirectory,"diagnostics");const o=n.listDeep(e.jobDirectory,ec).filter(e=>!e.startsWith("diagnostics/")&&/\.out$|(?:^|\/)step\.exit$/.test(e));for(const i of o){const o=n.readEnd(t.joinPath(e.jobDirectory,i),ed);if(o!==undefined)n.write(t.joinPath(s,"logs",i),o)}return s}const ef=/^\s*!?\s*(?:always|never|completed|error|canceled)\s*$/;function ep(t,s,o){if(t===undefined)return o;if(t.kind==="text"&&ef.test(t.template.text.text)){const{expression:i}=n.parseExpression(t.template.text);return i===undefined?o:e.isTruthy(e.evaluate(i,s))}return e.isTruthy(e.fillValue(t,s))}function eh(e,t,n){let s=()=>{};const o=new Promise(e=>{s=e});return{id:e,job:t,matrix:n,outcome:"waiting",blocked:false,startedMs:0,endedMs:0,outputs:{},stepOutputs:{},stop:new AbortController,ended:o,end:s}}function em(t,n,s){const o=n.map(e=>eh(e.id,t,e.value));const i=t.matrix===undefined?Number.NaN:Number(e.fillValue(t.matrix.maxParallel,s));let r=Number.isInteger(i)&&i>=1?i:Number.POSITIVE_INFINITY;const a=[];return{states:o,async enter(e){if(r<=0&&!e.aborted){await new Promise(t=>{a.push(t);const n=()=>{const e=a.indexOf(t);if(e!==-1)a.splice(e,1);t()};e.addEventListener("abort",n,{once:true})})}r-=1;return()=>{r+=1;a.shift()?.()}},failed(n){const i=t.matrix!==undefined&&e.isTruthy(e.fillValue(t.matrix.failFast,s));if(!i)return;for(const e of o)if(e!==n)e.stop.abort()}}}function e$(t,n){const s=n.matrix===undefined?undefined:e.fillValue(n.matrix.values,{roots:{inputs:t.inputs}});const o=s!==undefined&&e.isRecord(s)?s:{};const i=Object.entries(o).filter(([e])=>e!=="include"&&e!=="exclude");let r=i.length===0?[]:[{}];for(const[t,n]of i){const s=n!==undefined&&e.isList(n)?n:[n];r=r.flatMap(e=>s.map(n=>({...e,[t]:n})))}const a=eb(o["exclude"]);const c=r.filter(e=>!a.some(t=>ew(e,t)));const d=eb(o["include"]);const u=i.map(([e])=>e);const l=c.map(e=>{const t=d.filter(t=>eg(e,t,u));return Object.assign({},e,...t)});const f=d.filter(e=>!c.some(t=>eg(t,e,u)));return[...l,...f].map((e,t)=>({id:`${n.id}-${t}`,value:e}))}const eb=t=>t!==undefined&&e.isList(t)?t.filter(t=>t!==undefined&&e.isRecord(t)):[];const ew=(t,n)=>Object.entries(n).every(([n,s])=>e.looselyEqual(t[n],s));function eg(t,n,s){const o=s.filter(e=>Object.hasOwn(n,e));return o.length>0&&o.every(s=>e.looselyEqual(t[s],n[s]))}const ey=5e3;const ej=40;async function eS(t,n,o,i,r,a,c,d){const u=r.missing.length;const l=e.fillText(i.script,r.contexts);const f=r.missing.slice(u).find(e=>/^(?:needs|steps)\./.test(e));if(f!==undefined){return d(`step "${o.name}" reads "${f}", which nobody has written`,{at:eP(i.script,f,o.at)})}const p=await s(t.world,{filled:l,shell:i.shell,cwd:r.cwd,env:r.env,logs:r.logs,name:"script-unstable.sh",signal:a,graceMs:t.signal.aborted?t.world.plan.limits.stopMs:ey});if(p.status===0||c.last||!c.clean)eE(t,n,o,r);if(o.id===e.serviceStep)ek(t,n,p);if(c.timeout.signal.aborted&&p.stopped)return d(`step "${o.name}" did not end in time`,{status:p.status});if(p.stopped)return"cancelled";if(p.status===0)return"passed";return d(`step "${o.name}" failed with status ${p.status}`,{...e_(t,l,p,o.at),...ev(n,o)})}function ek(e,t,n){const{service:s}=e;const o=t.outputs["exit_code"];const i=t.outputs["jobid"]!==undefined;const r=o!==undefined?Number(o):n.stopped||i?undefined:n.status;if(s===undefined||s.ended!==undefined||r===undefined&&n.stopped)return;s.ended={status:r,atMs:e.world.elapsed()};e.sinks.serviceEnded(s)}function ev(t,n){const s=t.outputs["exit_code"];return n.id===e.serviceStep&&s!==undefined?{status:Number(s)}:{}}function eP(e,t,n){const s=t.split(".").at(-1)??"";const o=e.holes.find(({start:t,end:n})=>e.text.text.slice(t,n).includes(s));return o===undefined?n:e.text.spanOf(o.start,o.end)}function e_(e,t,n,s){const o=e.world.ports.files.readEnd(n.output,16384)??"";const i=N(e.world,{script:n.script,status:n.status,output:o});const r=i?.span;const a=i!==undefined&&i.file===n.script&&e.above.length===0;return{status:n.status,log:D(o,ej),at:r??(a?t.spanOfLine(i.line):s)}}function eE(e,n,s,o){const i=e.world.ports.files.read(t.joinPath(o.logs,"outputs"),1e6)??"";const r={};for(const e of i.split("\n")){const t=/^([A-Za-z0-9_.-]+)=(.*?)\r?$/.exec(e);if(t?.[1]!==undefined)r[t[1]]=t[2]??""}Object.assign(n.outputs,r);if(s.id!==undefined)n.stepOutputs[s.id]=r}function eN(e,t){const n=e==="~"||e.startsWith("~/")?`${t["HOME"]??""}${e.slice(1)}`:e;if(/\$\(|`|\$\{[^}]*[^A-Za-z0-9_}]/.test(n))return undefined;return n.replace(/\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g,(e,n,s)=>t[n??s]??"")}function eO(e,t,n,s=()=>{}){const o=[...t.job.needs.map(e=>e.job),...t.job.matrix===undefined?[t.job.id]:[]];const i=Object.fromEntries(o.flatMap(n=>{const s=n===t.job.id?t:e.jobs.get(n);return s===undefined?[]:[[n,ex(s)]]}));const{plan:r}=e.world;const a=Object.fromEntries(r.sessions.map(({name:t})=>[t,`${r.name}_${e.world.jobNumber}_${t}`]));const c={inputs:e.inputs,needs:i,steps:eI(t),matrix:t.matrix,sessions:e.above.length===0?a:{},org:{},var:{}};const d={roots:c,row:0,state:n,missing:s};const u=eM(e.workflow.env,d);const l=eM(t.job.env,{...d,roots:{...c,env:u}});return{...d,roots:{...c,env:{...u,...l}}}}function eM(t,n){return Object.fromEntries(t.map(({name:t,value:s})=>[t,s.kind==="text"?e.fillText(s.template,n).text:String(e.fillValue(s,n)??"")]))}function ex(e){return{outputs:{...e.outputs},steps:eI(e)}}const eI=e=>Object.fromEntries(Object.entries(e.stepOutputs).map(([e,t])=>[e,{outputs:{...t}}]));function eA(t){return t!==undefined&&e.isRecord(t)?t:{}}function eT(n,s,o,i,r){const a=[];const c=eO(n,s,i,e=>a.push(e));const d=eM(o.env,c);const u={PW_WORKFLOW_STEP_CURRENT_RETRY:String(r.attempt),PW_WORKFLOW_STEP_MAX_RETRIES:String(r.attempts-1)};const l=t.joinPath(n.logs,s.id,`step_${o.index}`);const f={...n.world.env,PW_JOB_DIR:n.directory,JOB_DIR:n.directory,OUTPUTS:t.joinPath(l,"outputs"),PW_CHECK_STEP:[...n.above,s.id,o.index].join("/"),...o.retry!==undefined&&u,...s.job.matrix!==undefined&&{PW_MATRIX_INDEX:s.id.slice(s.id.lastIndexOf("-")+1)}};const p={...f,...eR(c.roots["env"]),...d,PW_API_KEY:f["PW_API_KEY"]??""};const h={...c,roots:{...c.roots,env:{...eA(c.roots["env"]),...o.retry!==undefined&&u}}};const m=o.workingDirectory??s.job.workingDirectory;const $=m===undefined?"":e.fillText(m,h).text.trim();const b=eN($,{...p,PWD:n.directory});if(b===undefined){n.world.note({what:`working-directory "${$}"`,how:"skipped",why:"only variables and ~ are expanded; the step runs in the job directory"})}const w=b===undefined||b===""?n.directory:t.joinPath(n.directory,b);return{contexts:h,env:p,cwd:w,logs:l,missing:a}}const eR=e=>Object.fromEntries(Object.entries(eA(e)).map(([e,t])=>[e,String(t)]));function eC(t,n,s,o){if(s.host==="workspace")return undefined;const i=s.host??n.job.host;const r=i===undefined?undefined:e.fillValue(i,o.contexts);const a=r===undefined?"":e.renderValue(r).trim();return t.world.hosts.includes(a)?undefined:a}function eL(e,t,n){const s=new AbortController;void e.world.ports.clock.sleep(t,s.signal).then(()=>{if(!s.signal.aborted)n.abort()});return s}function eD(t,n,s){if(t===undefined)return s;return e.durationMs(e.renderValue(e.fillValue(t,n)))??s}const eH=2e4;async function eU(n,o,i,r){for(const a of[...i].reverse()){const i=o.job.steps.find(e=>e.index===a);if(i?.cleanup===undefined)continue;const c=eT(n,o,i,r,{attempt:0,attempts:1,timeout:new AbortController});const d=new AbortController;const u=eL(n,eH,d);await s(n.world,{filled:e.fillText(i.cleanup,c.contexts),shell:"bash",cwd:c.cwd,env:c.env,logs:t.joinPath(c.logs,"cleanup"),name:"script-unstable.sh",signal:d.signal,graceMs:ey});u.abort()}}const eW=t=>t===undefined?"":e.renderValue(t).trim();function eB(n,s){const{files:o}=n.ports;const i=s["path"]===undefined?"":eW(s["path"]);const r=t.joinPath(n.jobDirectory,i);if(t.pathBelow(n.home,r)===undefined)return`checkout path "${i}" leads out of the job directory`;const a=s["sparse_checkout"];const c=a!==undefined&&e.isList(a)?a.map(eW).filter(e=>e!==""):[];const d=eG(n,eW(s["repo"]),c);if(d!==undefined){n.note({what:`checkout of ${d}`,how:"skipped",why:'it is another repository; provide its files with "run.before"'});return undefined}const{missing:u}=o.copyRepository({from:n.options.root,to:r,only:c.map(e=>e.replace(/^\/+|\/+$/g,""))});for(const e of u){n.note({what:`sparse_checkout "${e}"`,how:"skipped",why:"there is no such path in the working tree"})}return undefined}function eG(e,n,s){const o=/([^/:]+\/[^/:]+?)(?:\.git)?\/*$/.exec(n)?.[1];const i=e.plan.repository;const r=e=>e.toLowerCase().split("/").at(-1)??"";if(o===undefined||i===undefined||r(o)===r(i))return undefined;const a=s.some(n=>e.ports.files.kindOf(t.joinPath(e.options.root,n.replace(/^\/+/,"")))!=="missing");return a?undefined:o}function eq(e,t,n){const s=eW(t["name"]);if(s===""||s==="undefined")return"update-session was given no session name";if(eW(t["type"])==="link"){const n=eW(t["url"]);if(n===""||n==="undefined")return'update-session of a link was given no "url"';e.world.note({what:`session ${s}`,how:"skipped",why:`a link is not opened: ${n}`});return undefined}e.sinks.sessionUpdated({session:s,host:eW(t["remoteHost"]),port:eW(t["remotePort"]),slug:eW(t["slug"]),slugAt:n.slug,at:n.step,atMs:e.world.elapsed()});return undefined}function eV(t,n){const{jobs:s}=n;const o=eK(t.world,n);if(o!==undefined){t.world.note({what:`cancel-jobs of ${o}`,how:"skipped",why:"there is no other run here"});return}const i=s===undefined?undefined:e.isList(s)?s.map(eW):[eW(s)];for(const e of t.jobs.values()){if(i===undefined||i.includes(e.job.id))e.stop.abort()}}function eK(e,t){const n=eW(t["slug"]);if(n!=="")return n===e.slug?undefined:`run ${n}`;const s=eW(t["workflow"]);const o=eW(t["run"]);if(s===""&&o==="")return undefined;const i=(s===""||s===e.plan.name)&&(o===""||Number(o)===Number(e.jobNumber));return i?undefined:`run ${o} of ${s===""?e.plan.name:s}`}async function eF(e,n,s,o,i,r,a,c,d){const u=t.joinPath(e.directory,"subworkflows",n.id,`step_${s.index}`);if(e.world.over.aborted)return"cancelled";const l=o.missing(i);if(l.length>0)return d(`step "${s.name}": missing required fields: ${l.join(", ")}`);e.world.ports.files.makeDirectory(u);const f=o.fill(i);const p=o.runsService?eJ(e,n,s,f,r,u):e.service;if(o.runsService&&p!==undefined)e.sinks.serviceStarted(p);const h=await e.call({world:e.world,workflow:o.workflow,inputs:f,directory:u,logs:t.joinPath(u,"logs"),above:[...e.above,n.id],service:p,sinks:c.counts?e.sinks:{...e.sinks,failed(){}},signal:a});if(c.timeout.signal.aborted)return d(`step "${s.name}" did not end in time`);if(a.aborted)return"cancelled";return[...h.values()].some(e=>e.outcome==="failed")?"failed":"passed"}function eJ(n,s,o,i,r,a){const c={...n.world.env,PWD:a};const d=eN(e.renderValue(i["rundir"]??""),c)??a;const u=i["use_existing_script"]===true||i["use_existing_script"]==="true"?i["script_path"]:undefined;const l=u===undefined?undefined:eN(e.renderValue(u),{...r.env,PWD:d});return{job:n.above[0]??s.id,directory:t.joinPath(a,d),source:l===undefined?undefined:t.joinPath(a,d,l),injectsMarkers:i["inject_markers"]===true||i["inject_markers"]==="true",at:o.at}}const ez=2e3;async function eX(e,n,s){const{service:o,world:i}=e;if(o===undefined)return;const r=[...e.jobs.values()].filter(e=>e!==n);const a=t.joinPath(o.directory,"CANCEL_STREAMING");let c;const d=t.joinPath(o.directory,`run.${i.slug}.out`);const u=t.joinPath(o.directory,"job.ended");let l=0;for(;;){if(i.ports.files.kindOf(u)!=="missing")c??=i.elapsed();const t=r.every(e=>e.endedMs>0);const f=c!==undefined&&i.elapsed()-c>=ez;const p=s.aborted||t||f||i.ports.files.kindOf(a)!=="missing";const h=i.ports.files.readFrom(d,l,65536);l=h.next;if(h.text!==""){i.emit({type:"output",job:o.job,lines:D(h.text,50),dropped:Math.max(0,h.text.split("\n").length-51)})}if(p){i.ports.files.remove(a);if(t&&r.some(e=>e.outcome==="failed")&&eY(e,d)){i.note({what:`job "${n.id}" of ${e.workflow.name}`,how:"stand-in",why:"it ended with the others here; on the platform it waits for ever for an output that nobody writes"})}return}await i.ports.clock.sleep(100,s)}}const eY=(e,t)=>e.world.ports.files.kindOf(t)==="missing";async function eZ(t,n,s,o){const i=s.earlyCancel?[t.anyFailed.signal]:[];const r=AbortSignal.any([o.signal,...i]);const a=t.above.length===0?s.name:`${t.above.slice(1).concat(n.id,s.name).join(" / ")}`;t.world.emit({type:"step",job:t.above[0]??n.id,step:a,state:"started"});const c=eO(t,n,o.state);const d=1+e1(s.retry?.maxRetries,c,0);const u=s.retry!==undefined&&e.isTruthy(e.fillValue(s.retry.cleanOnRetry,c));const l=s.ignoreErrors!==undefined&&e.isTruthy(e.fillValue(s.ignoreErrors,c));let f="passed";for(let e=0;e<d;e++){const i=e0(s,c);const a=new AbortController;const p=i===undefined?undefined:eL(t,i,a);const h=AbortSignal.any([r,a.signal]);const m=e+1>=d;f=await e2(t,n,s,{state:o.state,signal:h},{attempt:e,attempts:d,last:m,counts:m&&!l,clean:u,timeout:a});p?.abort();if(f!=="failed"||m)break;await t.world.ports.clock.sleep(eD(s.retry?.interval,c,5e3),r);if(r.aborted)f="cancelled";if(f==="cancelled")break;if(u)eQ(t,n,s)}t.world.emit({type:"step",job:t.above[0]??n.id,step:a,state:"ended"});if(f==="failed"&&l)return"passed";return f}function eQ(e,n,s){const{files:o}=e.world.ports;o.remove(t.joinPath(e.logs,n.id,`step_${s.index}`));o.remove(t.joinPath(e.directory,"subworkflows",n.id,`step_${s.index}`))}function e0(e,t){const n=e.timeout===undefined?undefined:eD(e.timeout,t,Number.MAX_SAFE_INTEGER);const s=e.retry===undefined?undefined:eD(e.retry.timeout,t,3e4);return n===undefined?s:Math.min(n,s??n)}function e1(t,n,s){if(t===undefined)return s;const o=Number(e.fillValue(t,n));return Number.isInteger(o)&&o>=0?Math.min(o,1e3):s}async function e2(t,n,s,o,i){const r=eT(t,n,s,o.state,i);const a=e3(t,n,s,i);const c=(e,t={})=>{if(i.counts)a(e,t);return"failed"};const d=eC(t,n,s,r);if(d!==undefined)return c(`host "${d}" is not part of a local run`,{unsupported:`the host "${d}"`});const{action:u}=s;switch(u.kind){case"script":return eS(t,n,s,u,r,o.signal,i,c);case"stream-output":await eX(t,n,o.signal);return"passed";case"checkout":{const n=eB(t.world,eA(e.fillValue(u.with,r.contexts)));return n===undefined?"passed":c(n)}case"update-session":{const n=eq(t,eA(e.fillValue(u.with,r.contexts)),{step:s.at,slug:e.placeOfValue(u.with,"slug")});return n===undefined?"passed":c(n)}case"cancel-jobs":eV(t,eA(e.fillValue(u.with,r.contexts)));return o.signal.aborted?"cancelled":"passed";case"subworkflow":return eF(t,n,s,u.call,eA(e.fillValue(u.with,r.contexts)),r,o.signal,i,c);case"stand-in":return"passed";case"refused":return c(`"${u.uses}" cannot be run here: ${u.why}`,{unsupported:`"${u.uses}"`})}}function e3(e,t,n,s){return(o,i={})=>{e.sinks.failed({jobs:[...e.above,t.id],step:n.name,atMs:e.world.elapsed(),message:s.attempts>1?`${o} (attempt ${s.attempt+1} of ${s.attempts})`:o,at:i.at??n.at,log:i.log??[],status:i.status,unsupported:i.unsupported,service:e5(e,t,n)})}}function e5(t,n,s){if(t.service===undefined)return"no";const o=n.id==="slurm_job"||n.id==="pbs_job";return s.id===e.serviceStep&&(!o||n.outputs["jobid"]!==undefined)?"script":"action"}async function e6(e,t){t.outcome="running";t.startedMs=e.world.elapsed();if(e.above.length===0)e.sinks.jobChanged(t);const n=new AbortController;const s=AbortSignal.any([e.signal,t.stop.signal,n.signal]);const o={completed:true,error:false,canceled:false};const i=eD(t.job.timeout,eO(e,t,o),undefined);const r=i===undefined?undefined:eL(e,i,n);const a=[];let c=false;let d=false;const u=()=>({completed:!c&&!d,error:c,canceled:d});for(const n of t.job.steps){if(s.aborted){d=true;a.push(n.index);continue}const o=u();if(!ep(n.condition,eO(e,t,o),o.completed))continue;a.push(n.index);const i=await eZ(e,t,n,{state:o,signal:s});if(i==="failed")c=true;if(i==="cancelled")d=true}r?.abort();if(n.signal.aborted){c=true;e4(e,t,`it did not end within its timeout of ${(i??0)/1e3} s`,t.job.at)}await eU(e,t,a,u());if(e9(e,t,u()))c=true;t.outcome=c?"failed":d?"cancelled":"passed"}function e9(e,t,n){let s=false;for(const o of t.job.outputs){const i=[];const r=eO(e,t,n,e=>i.push(e));Object.assign(t.outputs,eM([o],r));const a=i.find(e=>/^(?:needs|steps)\./.test(e));if(a===undefined||!n.completed)continue;s=true;e4(e,t,`output "${o.name}" reads "${a}", which nobody has written`,o.span)}return s}function e4(e,t,n,s){e.sinks.failed({jobs:[...e.above,t.id],step:"",atMs:e.world.elapsed(),message:n,at:s,log:[],service:"no"})}async function e8(e){const t={roots:{inputs:e.inputs}};const n=new AbortController;const s={...e,signal:AbortSignal.any([e.signal,n.signal]),jobs:new Map,anyFailed:new AbortController,call:e8};const{timeout:o}=e.workflow;const i=eD(o,t,undefined);const r=i===undefined?undefined:eL(s,i,n);const a=new Map;for(const n of e.workflow.jobs){const e=te(n,e7(n,t));const o=e.matrix===undefined?[{id:e.id,value:undefined}]:e$(s,e);const i=em(e,o,t);for(const e of i.states)s.jobs.set(e.id,e);a.set(e.id,i)}const c=[...a.values()].flatMap(e=>e.states.map(t=>tn(s,t,e,a)));await Promise.all(c);r?.abort();if(n.signal.aborted)tt(s,i??0);return s.jobs}const e7=(t,n)=>t.computedNeeds===undefined?undefined:e.fillValue(t.computedNeeds,n);function te(t,n){if(n===undefined)return t;const s=(e.isList(n)?n:[n]).map(t=>t===undefined?"":e.renderValue(t).trim()).filter(e=>e!==""&&!t.needs.some(t=>t.job===e));const o=s.map(e=>({job:e.replace(/:any$/,""),any:e.endsWith(":any")}));return{...t,needs:[...t.needs,...o]}}function tt(e,t){const{workflow:n,world:s}=e;e.sinks.failed({jobs:e.above,step:"",atMs:s.elapsed(),message:`the workflow did not end within its timeout of ${t/1e3} s`,at:n.timeoutAt??s.plan.at,log:[],service:"no"})}async function tn(e,t,n,s){const o=await ts(e,t,s);const i=await n.enter(AbortSignal.any([e.signal,t.stop.signal]));const r=to(o);const a=ep(t.job.condition,eO(e,t,r),r.completed);const c=e.signal.aborted||t.stop.signal.aborted;if(!a||c&&t.job.condition===undefined){t.outcome=c?"cancelled":"skipped";if(!r.completed)t.blocked=true}else{await e6(e,t)}i();t.endedMs=e.world.elapsed();if(t.outcome==="failed"){e.anyFailed.abort();n.failed(t)}if(e.above.length===0)e.sinks.jobChanged(t);t.end()}async function ts(e,t,n){const s=t=>{const s=e.jobs.get(t);return n.get(t)?.states??(s&&[s])};const o=t.job.needs.map(async({job:e,any:t})=>{const n=s(e)??[];if(t&&n.length>0){await Promise.race(n.map(e=>e.ended));return n.filter(e=>e.endedMs>0)}await Promise.all(n.map(e=>e.ended));return n});const i=(await Promise.all(o)).flat();const r=t.job.needs.some(({job:e})=>s(e)===undefined);if(r&&!e.signal.aborted)await new Promise(t=>e.signal.addEventListener("abort",()=>t(),{once:true}));return i}function to(e){const t=e.some(e=>e.outcome==="failed"||e.outcome==="skipped"&&e.blocked);const n=e.some(e=>e.outcome==="cancelled");return{completed:!t&&!n,error:t,canceled:n}}function ti(e,n,s,o){let i=false;const r=e8({world:e,workflow:e.plan.workflow,inputs:e.plan.inputs,directory:e.jobDirectory,logs:t.joinPath(e.jobDirectory,"logs"),above:[],service:undefined,signal:o,sinks:{failed(e){if(n.failure===undefined||e.service==="script")n.failure=e;n.changed()},serviceStarted(e){n.service??=e},serviceEnded:()=>n.changed(),sessionUpdated(o){s.sessionAt(o);n.session=o;n.sessionUpdated();e.ports.files.write(t.joinPath(e.commands,"sessions.txt"),`${o.session}	running
`)},jobChanged(t){n.jobs.set(t.id,t);const{outcome:s}=t;if(s!=="waiting"){e.emit({type:"job",job:t.id,state:s==="running"?"started":s})}n.changed()}}}).then(()=>{i=true;n.changed()});return{finished:r,over:()=>i}}const tr=e=>`'${e.replaceAll("'","'\\''")}'`;function ta(e){return{pw:tu(e),ssh:tf(e),scp:tp(e),pkill:th(e)}}const tc="#!/bin/bash\necho localhost\n";const td=`if command -v perl > /dev/null; then
      perl -MSocket -e 'socket(S, PF_INET, SOCK_STREAM, 0) && bind(S, sockaddr_in(0, INADDR_ANY)) or exit 1; print +(sockaddr_in(getsockname(S)))[0], "\\n"'
    else
      while port=$((20000 + RANDOM % 12000)); (: < "/dev/tcp/127.0.0.1/$port") 2> /dev/null; do :; done
      echo "$port"
    fi`;function tu(e){return`#!/bin/bash
unset BASH_ENV
case "$\{1-} $\{2-}" in
  'agent open-port')
    ${td}
    ;;
  'workflows runs')
    if [ "$\{3-}" = cancel ]; then
      shift 3
      while [[ "$\{1-}" == -* ]]; do shift; done
      echo "cancel $\{1-}" >> ${tr(e.requests)}
      exit 0
    fi
    ;;&
  'sessions ls' | 'session ls')
    cat ${tr(`${e.directory}/sessions.txt`)} 2> /dev/null || :
    ;;
  'endpoints run' | 'endpoint run')
    shift 2
    name=endpoint
    while [ $# -gt 0 ]; do
      case "$1" in
        --name) name=$\{2-}; shift 2 ;;
        --name=*) name=$\{1#*=}; shift ;;
        --) shift; break ;;
        --*=*) shift ;;
        --no-subdomain | --strip-path | --rewrite-host) shift ;;
        --*) shift 2 ;;
        *) break ;;
      esac
    done
    PORT=$("$0" agent open-port)
    export PORT PW_ENDPOINT_HOST=localhost PW_ENDPOINT_PATH=/ PW_ENDPOINT_URL="http://localhost:$PORT/"
    printf '%s\\t%s\\n' "$name" "$PORT" >> ${tr(`${e.directory}/endpoints.txt`)}
    words=()
    for word in "$@"; do
      word=$\{word//'{port}'/$PORT}
      word=$\{word//'{host}'/localhost}
      words+=("$\{word//'{path}'//}")
    done
    exec "$\{words[@]}"
    ;;
  'endpoints http' | 'endpoint http' | 'endpoints https' | 'endpoint https')
    printf 'endpoint\\t%s\\n' "$\{3-}" >> ${tr(`${e.directory}/endpoints.txt`)}
    while :; do sleep 3600; done
    ;;
  'endpoints list' | 'endpoint list' | 'endpoints ls' | 'endpoint ls')
    cat ${tr(`${e.directory}/endpoints.txt`)} 2> /dev/null || :
    ;;
  'endpoints delete' | 'endpoint delete')
    touch ${tr(`${e.directory}/endpoints.txt`)}
    sed -i "/^$\{3-}\\t/d" ${tr(`${e.directory}/endpoints.txt`)}
    ;;
  'cluster ls' | 'clusters ls')
    printf 'NAME\\tSTATUS\\nlocal\\tactive\\n'
    ;;
  'ssh '*)
    shift
    words=()
    for word in "$@"; do
      case "$word" in ${e.resources.map(tr).join(" | ")}) word=localhost ;; esac
      words+=("$word")
    done
    exec ${tr(`${e.directory}/ssh`)} "$\{words[@]}"
    ;;
  *)
    echo "refused pw $\{1-} $\{2-}" >> ${tr(e.requests)}
    echo "pw $*: this command is not emulated in a local run" >&2
    exit 1
    ;;
esac
`}const tl=e=>e.hosts.map(tr).join(" | ");function tf(e){return`#!/bin/bash
unset BASH_ENV
while [ $# -gt 0 ]; do
  case "$1" in
    -[BbcDEeFIiJLlmOopQRSWw]) shift 2 ;;
    -*) shift ;;
    *) break ;;
  esac
done
host=$\{1-}
host=$\{host#*@}
shift
case "$host" in
  ${tl(e)}) ;;
  *)
    echo "refused ssh $host" >> ${tr(e.requests)}
    echo "ssh: host '$host' does not exist in a local run" >&2
    exit 255
    ;;
esac
[ $# -gt 0 ] || exit 0
cd "$HOME" || exit 255
export BASH_ENV=${tr(`${e.directory}/trace.sh`)}
exec bash -c "$*"
`}function tp(e){return`#!/bin/bash
unset BASH_ENV
paths=()
while [ $# -gt 0 ]; do
  case "$1" in
    -[cDFiJloPSX]) shift 2; continue ;;
    -*) shift; continue ;;
  esac
  path=$1
  if [[ "$path" == *:* && "$\{path%%:*}" != */* ]]; then
    host=$\{path%%:*}
    host=$\{host#*@}
    path=$\{path#*:}
    case "$host" in
      ${tl(e)}) ;;
      *)
        echo "refused scp $host" >> ${tr(e.requests)}
        echo "scp: host '$host' does not exist in a local run" >&2
        exit 255
        ;;
    esac
    path=$\{path/#\\~/$HOME}
    [[ "$path" == /* ]] || path=$HOME/$path
  fi
  paths+=("$path")
  shift
done
to=$\{paths[-1]}
unset 'paths[-1]'
status=0
for from in "$\{paths[@]}"; do
  target=$to
  [ -d "$to" ] && target=$\{to%/}/$\{from##*/}
  # Here the user's workspace and the resource share one job directory.
  [ "$from" -ef "$target" ] || cp -R -- "$from" "$to" || status=1
done
exit $status
`}function th(e){return`#!/bin/bash
unset BASH_ENV
signal=TERM full= pattern=
while [ $# -gt 0 ]; do
  case "$1" in
    -f) full=1 ;;
    -[uUGgPts]) shift ;;
    -[A-Z0-9]*) signal=$\{1#-} ;;
    --signal) shift; signal=$\{1-TERM} ;;
    -*) ;;
    *) pattern=$1 ;;
  esac
  shift
done
found=1
for folder in /proc/[0-9]*; do
  pid=$\{folder#/proc/}
  [ "$pid" != $$ ] || continue
  { mapfile -d '' -t words < "$folder/environ"; } 2> /dev/null || continue
  [[ " $\{words[*]} " == *${tr(` PW_CHECK_RUN=${e.marker} `)}* ]] || continue
  if [ -n "$full" ]; then
    { mapfile -d '' -t words < "$folder/cmdline"; } 2> /dev/null || continue
    line="$\{words[*]}"
  else
    { read -r line < "$folder/comm"; } 2> /dev/null || continue
  fi
  [[ "$line" =~ $pattern ]] || continue
  [[ "$line" != *pkill* ]] || continue
  kill -"$signal" "$pid" 2> /dev/null && found=0
done
exit $found
`}const tm=e=>`'${e.replaceAll("'","'\\''")}'`;const t$=e=>`id=1
mkdir -p ${tm(e.spool)}
until mkdir ${tm(e.spool)}/"$id" 2> /dev/null; do id=$((id + 1)); done
job=${tm(e.spool)}/$id
cp "$script" "$job/script"
chmod +x "$job/script"
printf '%s' "$name" > "$job/name"
printf '%s' "$cwd" > "$job/cwd"
printf '%s' "$\{out//%j/$id}" > "$job/out"
printf '%s' "$\{err//%j/$id}" > "$job/err"
printf '%s' "$limit" > "$job/limit"
printf '%s' "$passes" > "$job/passes"
printf '%s' "$PWD" > "$job/submitted-from"
env -0 > "$job/env"
printf '%s' PENDING > "$job/state"
: > "$job/ready"
`;const tb=(e,t)=>e.refusal===undefined?"":`echo "${t}: error: "${tm(e.refusal)} >&2
exit 1
`;function tw(e){const t=tm(e.spool);return{sbatch:`#!/bin/bash
unset BASH_ENV
name= cwd=$PWD out=slurm-%j.out err= limit= passes=ALL wrap= script= parsable= held=
known=' account acctg-freq array batch begin bell clusters comment constraint contiguous core-spec cores-per-socket cpu-freq cpus-per-gpu cpus-per-task deadline delay-boot dependency distribution exclude exclusive export export-file extra-node-info get-user-env gpu-bind gpu-freq gpus gpus-per-node gpus-per-socket gpus-per-task gres gres-flags hint hold ignore-pbs immediate input job-name kill-on-invalid-dep licenses mail-type mail-user mem mem-bind mem-per-cpu mem-per-gpu mincpus network nice no-kill no-requeue nodefile nodelist nodes ntasks ntasks-per-core ntasks-per-gpu ntasks-per-node ntasks-per-socket open-mode output overcommit oversubscribe partition power prefer priority profile propagate qos quiet reboot requeue reservation signal sockets-per-node spread-job switches test-only thread-spec threads-per-core time time-min tmp tres-per-task uid use-min-nodes verbose wait wait-all-nodes wckey wrap parsable chdir error '
flags=' contiguous exclusive hold ignore-pbs immediate no-kill no-requeue oversubscribe overcommit parsable quiet reboot requeue spread-job test-only use-min-nodes verbose wait '
fail() { echo "sbatch: error: $*" >&2; exit 1; }
take() {
  case "$1" in
    job-name) name=$2 ;;
    chdir) cwd=$2 ;;
    output) out=$2 ;;
    error) err=$2 ;;
    time)
      [[ "$2" =~ ^([0-9]+-)?[0-9]+(:[0-9]+){0,2}$ || "$2" == UNLIMITED ]] || fail "Invalid --time specification"
      limit=$2
      ;;
    export) passes=$2 ;;
    wrap) wrap=$2 ;;
    parsable) parsable=1 ;;
    hold) held=1 ;;
  esac
}
declare -A short=([A]=account [a]=array [b]=begin [C]=constraint [c]=cpus-per-task [D]=chdir [d]=dependency [e]=error [F]=nodefile [G]=gpus [H]=hold [i]=input [J]=job-name [k]=no-kill [L]=licenses [M]=clusters [m]=distribution [N]=nodes [n]=ntasks [O]=overcommit [o]=output [p]=partition [q]=qos [Q]=quiet [S]=core-spec [s]=oversubscribe [t]=time [v]=verbose [W]=wait [w]=nodelist [x]=exclude)
options() {
  while [ $# -gt 0 ]; do
    case "$1" in
      --*=*)
        key=$\{1%%=*}; key=$\{key#--}
        [[ "$known" == *" $key "* ]] || fail "unrecognized option '$1'"
        take "$key" "$\{1#*=}"
        ;;
      --*)
        key=$\{1#--}
        [[ "$known" == *" $key "* ]] || fail "unrecognized option '$1'"
        if [[ "$flags" == *" $key "* ]]; then take "$key" 1; else take "$key" "$\{2-}"; shift; fi
        ;;
      -?*)
        letter=$\{1:1:1}
        key=$\{short[$letter]-}
        [ -n "$key" ] || fail "invalid option -- '$letter'"
        if [[ "$flags" == *" $key "* ]]; then take "$key" 1
        elif [ $\{#1} -gt 2 ]; then take "$key" "$\{1:2}"
        else take "$key" "$\{2-}"; shift; fi
        ;;
      *)
        if [ -n "$1" ] && [ -z "$script" ]; then script=$1; fi
        return
        ;;
    esac
    shift
  done
}
words=("$@")
for word in "$@"; do
  case "$word" in -*) ;; *) [ -f "$word" ] && { file=$word; break; } ;; esac
done
if [ -n "$\{file-}" ]; then
  read -r first < "$file"
  [[ "$first" == '#!'* ]] || fail "This does not look like a batch script.  The first line must start with #! followed by the path to an interpreter."
  while IFS= read -r line; do
    case "$line" in
      '#SBATCH '*) declare -a given; eval "given=($\{line#\\#SBATCH })" 2> /dev/null; options "$\{given[@]}" ;;
      '#'* | '') ;;
      *) break ;;
    esac
  done < "$file"
fi
options "$\{words[@]}"
script=$\{file-}
if [ -n "$wrap" ]; then
  script=$(mktemp)
  printf '#!/bin/sh\\n%s\\n' "$wrap" > "$script"
fi
[ -n "$script" ] || fail "Unable to open file $\{words[*]}"
[ -n "$name" ] || name=$\{script##*/}
${tb(e,"sbatch")}${t$(e)}[ -z "$held" ] || : > "$job/held"
if [ -n "$parsable" ]; then echo "$id"; else echo "Submitted batch job $id"; fi
`,squeue:`#!/bin/bash
unset BASH_ENV
header=1 only= format= user=
while [ $# -gt 0 ]; do
  case "$1" in
    -h | --noheader) header= ;;
    --jobs=* | --job=*) only=$\{1#*=} ;;
    -j | --jobs | --job) only=$\{2-}; shift ;;
    -j*) only=$\{1#-j} ;;
    --format=*) format=$\{1#*=} ;;
    -o | --format) format=$\{2-}; shift ;;
    -o*) format=$\{1#-o} ;;
    -u | --user | -p | --partition | -t | --states | -M | -n | --name) shift ;;
  esac
  shift
done
[ -n "$header" ] && [ -z "$format" ] && printf '%18s %9s %8s %8s %2s %10s %6s %s\\n' JOBID PARTITION NAME USER ST TIME NODES 'NODELIST(REASON)'
declare -A letters=([PENDING]=PD [RUNNING]=R [COMPLETING]=CG)
known=
for job in ${t}/*/; do
  id=$\{job%/}; id=$\{id##*/}
  [ -f "$job/ready" ] || continue
  if [ -n "$only" ]; then [[ ",$only," == *",$id,"* ]] || continue; known=1; fi
  state=$(< "$job/state")
  letter=$\{letters[$state]-}
  [ -n "$letter" ] || continue
  name=$(< "$job/name") node=
  where='(Priority)'
  [ "$letter" = PD ] || { node=${tm(e.node)}; where=$node; }
  if [ -n "$format" ]; then
    line=$format
    line=$\{line//%i/$id}; line=$\{line//%T/$state}; line=$\{line//%t/$letter}; line=$\{line//%j/$name}
    line=$\{line//%N/$node}; line=$\{line//%u/$USER}; line=$\{line//%R/$where}; line=$\{line//%P/main}; line=$\{line//%M/0:01}
    echo "$line"
  else
    printf '%18s %9s %8.8s %8.8s %2s %10s %6s %s\\n' "$id" main "$name" "$USER" "$letter" 0:01 1 "$where"
  fi
done
if [ -n "$only" ] && [ -z "$known" ]; then
  echo 'slurm_load_jobs error: Invalid job id specified' >&2
  exit 1
fi
exit 0
`,scancel:`#!/bin/bash
unset BASH_ENV
for word in "$@"; do
  [[ "$word" =~ ^[0-9]+$ ]] || continue
  [ -d ${t}/"$word" ] || { echo "scancel: error: Kill job error on job id $word: Invalid job id specified" >&2; exit 1; }
  : > ${t}/"$word"/cancel
done
`,sacct:`#!/bin/bash
unset BASH_ENV
only= header=1
while [ $# -gt 0 ]; do
  case "$1" in
    -j | --jobs) only=$\{2-}; shift ;;
    -j*) only=$\{1#-j} ;;
    --jobs=*) only=$\{1#*=} ;;
    -n | --noheader) header= ;;
  esac
  shift
done
[ -z "$header" ] || printf '%10s\\n%10s\\n' State ----------
[ -f ${t}/"$only"/state ] && printf '%10s \\n' "$(< ${t}/"$only"/state)"
exit 0
`,scontrol:`#!/bin/bash
unset BASH_ENV
words=()
for word in "$@"; do case "$word" in -*) ;; *) words+=("$word") ;; esac; done
case "$\{words[0]-} $\{words[1]-}" in
  'show job')
    job=${t}/$\{words[2]-}
    [ -f "$job/state" ] || { echo 'slurm_load_jobs error: Invalid job id specified' >&2; exit 1; }
    echo "JobId=$\{words[2]} JobName=$(< "$job/name") JobState=$(< "$job/state") ExitCode=$(cat "$job/exit" 2> /dev/null || echo 0):0 NodeList=${e.node}"
    ;;
  'show hostname' | 'show hostnames') echo "$\{words[2]:-${e.node}}" ;;
  *) echo "scontrol: $* is not emulated" >&2; exit 1 ;;
esac
`,sinfo:`#!/bin/bash
printf 'PARTITION AVAIL  TIMELIMIT  NODES  STATE NODELIST\\nmain*        up   infinite      1   idle %s\\n' ${tm(e.node)}
`,srun:`#!/bin/bash
while [ $# -gt 0 ]; do
  case "$1" in
    --*=* | --exclusive | --overlap | --pty | --label) shift ;;
    --*) shift 2 ;;
    -?) shift 2 ;;
    -*) shift ;;
    *) break ;;
  esac
done
exec "$@"
`}}function tg(e){const t=tm(e.spool);return{qsub:`#!/bin/bash
unset BASH_ENV
name= cwd=$HOME out= err= limit= passes=NONE file= held=
fail() { echo "qsub: $*" >&2; exit 1; }
options() {
  while [ $# -gt 0 ]; do
    case "$1" in
      -N) name=$2; shift ;;
      -o) out=$\{2#*:}; shift ;;
      -e) err=$\{2#*:}; shift ;;
      -j) case "$2" in oe) err=+out ;; eo) out=+err ;; n) ;; *) fail "illegal -j value" ;; esac; shift ;;
      -l) case "$2" in *walltime=*) limit=$\{2#*walltime=}; limit=$\{limit%%,*} ;; esac; shift ;;
      -V) passes=ALL ;;
      -v) passes=$2; shift ;;
      -h) held=1 ;;
      -[AacCkmMpqrSuWP]) shift ;;
      -[fIRxXz]) ;;
      -*) fail "invalid option -- '$\{1#-}'" ;;
      '') ;;
      *) file=$1 ;;
    esac
    shift
  done
}
options "$@"
script=$file
if [ -z "$script" ] || [ "$script" = - ]; then
  script=$(mktemp)
  cat > "$script"
fi
[ -f "$script" ] || fail "script file:: No such file or directory"
while IFS= read -r line; do
  case "$line" in
    '#PBS '*) declare -a given; eval "given=($\{line#\\#PBS })" 2> /dev/null; options "$\{given[@]}" ;;
    '#'* | '') ;;
    *) break ;;
  esac
done < "$script"
options "$@"
[ -n "$name" ] || name=$\{script##*/}
[ $\{#name} -le 236 ] && [[ "$name" =~ ^[^[:space:]]+$ ]] || fail "illegal -N value"
[ -n "$out" ] || out=$PWD/$name.o%j
[ -n "$err" ] || err=$PWD/$name.e%j
[ "$err" != +out ] || err=$out
[ "$out" != +err ] || out=$err
[[ "$out" == /* ]] || out=$PWD/$out
[[ "$err" == /* ]] || err=$PWD/$err
${tb(e,"qsub")}${t$(e)}[ -z "$held" ] || : > "$job/held"
echo "$id.local"
`,qstat:`#!/bin/bash
unset BASH_ENV
full= history= ids=()
while [ $# -gt 0 ]; do
  case "$1" in
    -u | -W) shift ;;
    -*) [[ "$1" == *f* ]] && full=1; [[ "$1" == *x* ]] && history=1 ;;
    *) ids+=("$\{1%%.*}") ;;
  esac
  shift
done
declare -A letters=([PENDING]=Q [RUNNING]=R [COMPLETING]=E)
status=0
header=1
show() {
  job=${t}/$1
  state=$(cat "$job/state" 2> /dev/null)
  letter=$\{letters[$state]-}
  if [ -z "$letter" ]; then
    if [ -z "$history" ] || [ -z "$state" ]; then
      echo "qstat: Unknown Job Id $1.local" >&2
      status=153
      return
    fi
    letter=F
  fi
  if [ -n "$full" ]; then
    echo "Job Id: $1.local"
    echo "    Job_Name = $(< "$job/name")"
    echo "    job_state = $letter"
    [ "$letter" != F ] || echo "    Exit_status = $(cat "$job/exit" 2> /dev/null || echo 0)"
    echo "    exec_host = ${e.node}/0"
  else
    [ -z "$header" ] || printf '%-17s %-16s %-16s %8s %s %s\\n' 'Job id' Name User 'Time Use' S Queue
    header=
    printf '%-17s %-16.16s %-16.16s %8s %s %s\\n' "$1.local" "$(< "$job/name")" "$USER" 00:00:01 "$letter" workq
  fi
}
if [ $\{#ids[@]} -eq 0 ]; then
  for job in ${t}/*/; do
    [ -f "$job/ready" ] || continue
    id=$\{job%/}
    show "$\{id##*/}" 2> /dev/null
  done
  exit 0
fi
for id in "$\{ids[@]}"; do show "$id"; done
exit $status
`,qdel:`#!/bin/bash
unset BASH_ENV
for word in "$@"; do
  id=$\{word%%.*}
  [[ "$id" =~ ^[0-9]+$ ]] || continue
  [ -d ${t}/"$id" ] || { echo "qdel: Unknown Job Id $word" >&2; exit 153; }
  : > ${t}/"$id"/cancel
done
`}}const ty=`if [ -n "$\{PW_CHECK_PROCESSES-}" ]; then
  { read -r pw_check_stat < "/proc/$$/stat" && printf '%s %s\\n' "$$" "$\{pw_check_stat##*) }" >> "$PW_CHECK_PROCESSES"; unset pw_check_stat; } 2> /dev/null
fi
if [ -n "$\{PW_CHECK_TRACE-}" ]; then
  pw_check_text=$\{BASH_EXECUTION_STRING-}
  if [ -z "$\{BASH_EXECUTION_STRING+x}" ]; then
    IFS= read -r -d '' pw_check_text < "$0"
    trap '{ printf "H\\t%s\\t%s\\t%q\\t%q\\t%q\\t%.300s\\n" "$$" "$\{FUNCNAME[0]-}" "$PWD" "$0" "$\{BASH_SOURCE[0]-}" "$\{BASH_COMMAND//[[:space:]]/ }" >> "$PW_CHECK_TRACE"; } 2> /dev/null' URG
  fi 2> /dev/null
  if ! [[ $- == *v* || $pw_check_text =~ trap[^$'\\n']*\\ (ERR|DEBUG)([[:space:]\\;]|$)|(set|bash)\\ [^$'\\n']*(-[a-zA-Z]*v|verbose) ]]; then
    set -E
    trap '{ printf "E\\t%s\\t%s\\t%s\\t%s\\t%s\\t%q\\t%q\\t%q\\t%.300q\\n" "$?" "$LINENO" "$$" "$BASHPID" "$-" "$PWD" "$0" "$\{BASH_SOURCE[0]-}" "$BASH_COMMAND" >> "$PW_CHECK_TRACE"; } 2> /dev/null' ERR
  fi
  unset pw_check_text
  pw_check_resume() {
    set -x
    return "$1"
  } 2> /dev/null
  exit() {
    {
      local pw_check_status=$?
      local pw_check_words=("$\{@:-$pw_check_status}")
      printf 'X\\t%s\\t%s\\t%s\\t%s\\t%s\\t%q\\t%q\\t%q\\texit\\n' "$\{1-$pw_check_status}" "$\{BASH_LINENO[0]}" "$$" "$BASHPID" "$-" "$PWD" "$0" "$\{BASH_SOURCE[1]-}" >> "$PW_CHECK_TRACE"
      if [[ $- == *x* ]]; then
        set +x
        if [ "$$" = "$BASHPID" ]; then
          eval "set -- $(trap -p EXIT)"
          [ $# -lt 3 ] || trap -- 'pw_check_resume "$?"; '"$3" EXIT
        fi
      fi
    } 2> /dev/null
    builtin exit "$\{pw_check_words[@]}"
  }
fi
`;const tj="00001";async function tS(e,n,s,o){const{files:i,machine:r}=n;const a=i.makeRunDirectory(o.marker);const c=t.joinPath(a,"home");const d=t.joinPath(a,"bin");const u=t.joinPath(a,"trace");const l=t.joinPath(c,"pw/jobs",e.name,tj);const f=e.mode==="controller"?undefined:await n.schedulers.state(e.mode);i.makeDirectory(t.joinPath(a,"tmp"));i.makeDirectory(l);const p=[...new Set(["","localhost","127.0.0.1",e.resource.ip,r.hostname,"workspace"])];const m={directory:d,requests:h(a),marker:o.marker,hosts:p,resources:[e.resource.name,`${e.resource.namespace}/${e.resource.name}`,e.resource.uri]};for(const[e,n]of Object.entries(ta(m))){i.write(t.joinPath(d,e),n,493)}for(const[s,o]of Object.entries(tN(e,n,a,f))){i.write(t.joinPath(d,s),o,493)}for(const[n,s]of Object.entries(e.stubs)){if(!/^[\w.+-]+$/.test(n)||r.find(n)!==undefined)continue;i.write(t.joinPath(d,n),s.startsWith("#!")?s:`#!/bin/bash
${s}
`,493);o.note({what:n,how:"stand-in",why:"it is not installed; the configuration has a stub for it"})}i.write(t.joinPath(c,"pw/pw"),ta(m)["pw"]??"",493);i.write(t.joinPath(d,"trace.sh"),ty);const $=await n.network.resolve(r.hostname);const b=e=>e.startsWith("127.")||r.addresses.includes(e);if(!$.some(b)){i.write(t.joinPath(d,"hostname"),tc,493);const e=$.length===0?"does not resolve":`resolves to ${$.join(", ")}, which is another machine`;o.note({what:"hostname",how:"emulated",why:`the name of this machine, ${r.hostname}, ${e}; scripts get localhost`})}if(f!==undefined)o.note(tP(e.mode,f));i.write(t.joinPath(l,"inputs.sh"),tx(e));const w=`${e.name}-${tj}`;return{plan:e,ports:n,options:s,scope:await n.processes.open({directory:a,marker:o.marker}),marker:o.marker,directory:a,home:c,jobDirectory:l,commands:d,trace:u,jobNumber:tj,slug:w,hosts:p,emulatesScheduler:tv(f),filesBefore:new Set(["pw/pw"]),env:{...r.passedOn,LANG:r.passedOn["LANG"]??"C.UTF-8",PATH:[d,...r.programPath].join(":"),HOME:c,USER:r.user,LOGNAME:r.user,SHELL:"/bin/bash",TMPDIR:t.joinPath(a,"tmp"),PW_USER:e.resource.user,PW_PLATFORM_HOST:"activate.localhost",PW_API_KEY:"a-local-run-has-no-key",PW_WORKFLOW_NAME:e.name,PW_JOB_NUMBER:tj,PW_JOB_NUM:tj,PW_RUN_ID:w,PW_RUN_SLUG:w,PW_JOB_ID:w,PW_PARENT_JOB_DIR:l,...tI(e),...e.extraEnv,BASH_ENV:t.joinPath(d,"trace.sh"),PW_CHECK_TRACE:u,...f?.kind==="answers"&&{PW_CHECK_PROCESSES:t.joinPath(a,"processes")},PW_CHECK_RUN:o.marker},over:o.over,elapsed:o.elapsed,emit:o.emit,note:o.note}}const tk=e=>t.joinPath(e,"spool");const tv=e=>e!==undefined&&e.kind!=="answers";function tP(e,t){switch(t.kind){case"answers":return{what:e,how:"ran",...t.flavour!==undefined&&{why:t.flavour}};case"missing":return{what:e,how:"emulated",why:"it is not installed on this machine"};case"silent":return{what:e,how:"emulated",why:`it is installed, but cannot be used: ${t.why}`};default:return n.assertNever(t)}}const t_=e=>t.joinPath(e,"batch-jobs");function tE(e,n,s){const o=e==="slurm"?"sbatch":"qsub";const i=tO(n.machine.find(o)??o);return{[o]:`#!/bin/bash
unset BASH_ENV
export BASH_ENV=${tO(t.joinPath(s,"bin/trace.sh"))}
answer=$(${i} "$@")
status=$?
[ -z "$answer" ] || printf '%s\\n' "$answer"
number=$\{answer##*job }
number=$\{number%%[!0-9]*}
[ -z "$number" ] || echo "${e} $number" >> ${tO(t_(s))}
exit $status
`}}function tN(e,t,n,s){if(e.mode==="controller")return{};if(!tv(s))return tE(e.mode,t,n);const o={spool:tk(n),node:t.machine.hostname,refusal:e.scheduler.refusal};return e.mode==="slurm"?tw(o):tg(o)}const tO=e=>`'${e.replaceAll("'","'\\''")}'`;const tM=e=>e.replace(/[^A-Za-z0-9_]/g,"_").replace(/^(?=\d)/,"_");function tx(e){return e.passed.map(({name:e,value:t})=>`export ${tM(e)}=${tO(t)}
`).join("")}function tI(e){return Object.fromEntries(e.passed.map(({name:e,value:t})=>[`PW_INPUT_${tM(e).toUpperCase()}`,t]))}const tA=3;const tT=20;function tR(e,t,n){if(t.cause!=="not-listening")return t;const s=n.slice(0,tT).flatMap(t=>{const n=e.scope.ownerOf(t);if(n?.inScope!==true)return[];const s=n.command.split(" ")[0]??n.command;return[`${t.address}:${t.port} (${s.slice(s.lastIndexOf("/")+1)})`]});if(s.length===0){const e="the service must listen on the port that it writes to SESSION_PORT; see what it prints";return{...t,help:e}}const o=[...new Set(s)].slice(0,tA).join(", ");return{...t,message:`${t.message}; the job listens on ${o}`,help:"give the service the port that is written to SESSION_PORT"}}const tC=10;const tL={builtIn:150,afterKill:500};const tD=2e5;async function tH(e,t){if(t===undefined)return undefined;const n=e.scope.members();const s=n.find(e=>/(?:^|[\s/])(?:run\.sh|slurm_script|\S+\.SC)(?:\s|$)/.test(e.command));if(s===undefined)return undefined;const o=n.filter(e=>e.parent===s.pid).at(-1);e.scope.signal(s.pid,"SIGURG");let i=await tW(e,s.pid,tL.builtIn);if(i===undefined&&o!==undefined){e.scope.signal(o.pid,"SIGKILL");i=await tW(e,s.pid,tL.afterKill)}if(i===undefined)return o&&tU(e,t,o);const r=e.ports.files.read(i.file,5e6)??"";const a=j(r,i.command,i.functionName);const c=i.inProgram?t.source:undefined;const d=a===undefined?undefined:A(e,i.file,a,c);return{command:i.command,at:d??(o&&V(e,t,o.command))}}const tU=(e,t,n)=>({command:n.command,at:V(e,t,n.command)});async function tW(e,t,n){const{clock:s,files:o}=e.ports;const i=s.now()+n;for(;;){const n=o.readEnd(e.trace,tD)??"";const r=S(n).findLast(e=>e.script===t);if(r!==undefined||s.now()>=i)return r;await s.sleep(tC)}}async function tB(e,t,n){const s=tR(e,n.problem(),n.opened());const o=Math.round(e.plan.limits.startMs/1e3);const{service:i}=t;const{content:r}=n.coordination;const a=r("job.started")===undefined&&r("SESSION_PORT")===undefined;const c=a||s.cause==="marker-missing"?await tH(e,i):undefined;if(a){const t=c===undefined?"the service's script did not get as far as job.started":`"${c.command}" was still running`;return{cause:"timeout",message:`${t} after ${o} s`,at:c?.at??U(e,i)}}const d=(n.service()?.listening??[]).flatMap(e=>e.command??[]);const u=c?.at===undefined?"":`: "${c.command}" was still running`;return{...s,message:`${tG(s.message,o)}${u}`,at:c?.at??J(e,i,s,d)}}function tG(e,t){const[n=e,...s]=e.split("; ");return[`${n} within ${t} s`,...s].join("; ")}async function tq(e,t,n,s,o){const{plan:i}=e;const r=i.sessions.some(e=>e.kind==="tunnel");let a;void n.ended.then(n=>{a=n;if(n.kind==="ready")e.emit({type:"ready",readyMs:Math.round(n.readyMs)});t.changed()});for(;;){const c=new Promise(e=>{t.changed=e});if(o.aborted)return{skipped:"interrupted"};const d=tF(e,t,n,a,s.over());if(d!==undefined&&(r||s.over()))return{failure:d};const u=a?.kind==="ready"?a.readyMs:undefined;if(u!==undefined&&tJ(i,t,n.step()))return{};if(!r&&s.over())return{};const l=u===undefined?i.limits.startMs:u+i.limits.stableMs+i.limits.waitMs;const f=l-e.elapsed();if(f<=0)return u===undefined?{failure:d??await tB(e,t,n)}:{};const p=new AbortController;await Promise.race([c,e.ports.clock.sleep(Math.min(f,200),AbortSignal.any([o,p.signal]))]);p.abort()}}const tV=3e3;function tK(e,t){if(e?.service==="script")return{status:e.status};return e?.service==="action"?undefined:t?.ended}function tF(e,t,n,s,o){const{failure:i,service:r}=t;const a=(n.service()?.listening??[]).flatMap(e=>e.command??[]);const c=t=>({...tR(e,t,n.opened()),at:J(e,r,t,a)});const d=t=>({cause:"unstable",message:`the service went away within ${e.plan.limits.stableMs} ms after it was ready: ${t}`,at:J(e,r,{cause:"unstable"},a)});if(s?.kind==="unstable")return d(s.problem.message);if(s?.kind==="ready")return i===undefined||i.service==="script"?undefined:er(i);const u=tK(i,r);if(r!==undefined&&u!==undefined){const t=i===undefined&&e.scope.members().some(e=>e.step?.startsWith(`${r.job}/`)===true);if(!t){if(n.readySince()===undefined)return es(e,r,u.status,n.problem());return d(`${H(e,r)} ended with status ${u.status??"unknown"}`)}}if(i!==undefined){if(i.jobs[0]===e.plan.waitJob&&r!==undefined&&n.coordination.content("job.ended")!==undefined){if(e.elapsed()-i.atMs<tV)return undefined}const t=n.problem();const s=i.jobs[0]===e.plan.waitJob&&i.unsupported===undefined;if(s&&i.at.file!==undefined&&t.cause!=="marker-missing")return c(t);return er(i)}if(s?.kind==="hopeless")return c(s.problem);if(o&&e.plan.sessions.some(e=>e.kind==="tunnel"))return c(n.problem());return undefined}function tJ(e,t,n){const s=new Set([t.service?.job,n?.split("/")[0]]);let o=true;while(o){o=false;for(const t of e.workflow.jobs){if(!s.has(t.id)&&t.needs.some(e=>s.has(e.job))){s.add(t.id);o=true}}}return e.workflow.jobs.filter(e=>!s.has(e.id)).every(e=>[...t.jobs.values()].some(t=>t.job.id===e.id&&t.outcome!=="running"))}const tz=1500;const tX=20;const tY=50;const tZ=5e3;async function tQ(e,t,n){const{clock:s}=e.ports;const o=s.now();let i=e.scope.members();let r=t1(i,t);while(i.length>0){const n=r||e.plan.mode!=="controller"&&!e.emulatesScheduler;const a=n?e.plan.limits.stopMs:tz;if(s.now()-o>=a)break;await s.sleep(tX);i=e.scope.members();r=t1(i,t)}const a=new Set(i.map(e=>e.pid));const c=i.length===0?[]:e.scope.listeners().filter(t=>a.has(e.scope.ownerOf(t)?.pid??-1));const d=[...await t0(e),...n];return{processes:i,script:r,leftovers:[...d.map(e=>({kind:"batch-job",id:e})),...i.map(e=>({kind:"process",pid:e.pid,command:e.command})),...c.map(e=>({kind:"port",port:e.port,address:e.address})),...t2(e)]}}async function t0(e){const{files:n}=e.ports;const o=n.read(t_(e.directory),1e5)??"";const i=[...o.matchAll(/^(?:slurm|pbs) (\d+)$/gm)].map(e=>e[1]??"");if(i.length===0)return[];const r=e.plan.mode==="slurm";const a=r?'[ -n "$(squeue --noheader --states=PD,R --jobs="$id" 2> /dev/null)" ]':'state=$(qstat -f "$id" 2> /dev/null | sed -n "s/^ *job_state = *//p"); [ -n "$state" ] && [[ "$state" != [CEF] ]]';const c=`for id in ${i.join(" ")}; do
  if ${a}; then echo "left $id"; ${r?"scancel":"qdel"} "$id"; fi
done
`;const d=await s(e,{filled:{text:c,spanOfLine:()=>e.plan.at},shell:"bash",cwd:e.directory,env:e.env,logs:t.joinPath(e.directory,"queue"),name:"look.sh",signal:new AbortController().signal,graceMs:tz});const u=n.read(d.output,1e5)??"";return[...u.matchAll(/^left (\d+)$/gm)].map(e=>e[1]??"")}const t1=(e,t)=>t!==undefined&&e.some(e=>/(?:^|[\s/])run\.sh(?:\s|$)/.test(e.command)&&e.step?.startsWith(`${t.job}/`)===true);function t2(e){const{files:n}=e.ports;return n.listDeep(e.home,tZ).filter(n=>!e.filesBefore.has(n)&&!t.joinPath(e.home,n).startsWith(`${e.jobDirectory}/`)).slice(0,tY).map(e=>({kind:"file",path:`~/${e}`}))}const t3=1e3;const t5=60;async function t6(e,n){const{before:o,limits:i}=e.plan;if(o===undefined)return undefined;const r=new AbortController;void e.ports.clock.sleep(i.startMs,r.signal).then(()=>r.abort());const a=await s(e,{filled:{text:o,spanOfLine:()=>e.plan.at},shell:"bash",cwd:e.jobDirectory,env:{...e.env,PW_CHECK_REPOSITORY:e.options.root},logs:t.joinPath(e.directory,"before"),name:"before.sh",signal:AbortSignal.any([n,r.signal]),graceMs:t3});r.abort();if(a.status===0){for(const t of e.ports.files.listDeep(e.home,tZ))e.filesBefore.add(t);return undefined}const c=D(e.ports.files.readEnd(a.output,65536)??"",t5);const d={observations:[],coordination:[],jobs:[],leftovers:[],log:c};if(n.aborted)return{...d,outcome:"skipped",skipped:"interrupted"};const u=c.findLast(e=>e.trim()!=="");const l=`"before" of the configuration ended with status ${a.status}${u===undefined?"":`: ${u}`}`;return{...d,outcome:"failed",failure:{cause:"step-failed",message:l,at:e.plan.at}}}const t9=e=>(e?.jobs()??[]).filter(e=>e.state==="PENDING"||e.state==="RUNNING").map(e=>e.id);function t4(e,t,n){const{service:s}=t;const{processes:o}=n;const i=U(e,s);if(o.length===0){const e=n.leftovers.flatMap(e=>e.kind==="batch-job"?[e.id]:[]);if(e.length===0)return[];const t=`batch job ${e.join(", ")} was still in the queue after the run was cancelled`;return[{cause:"left-processes",message:t,at:i,help:"cancel it in the clean-up of the step that submitted it"}]}if(n.script){return[{cause:"not-stopped",message:`${H(e,s)} was still running ${e.plan.limits.stopMs/1e3} s after it was cancelled`,at:F(e,s)??i,help:"let the trap on TERM end the script"}]}const r=o.slice(0,3).map(e=>`"${e.command}"`).join(", ");const a=o.length>3?` and ${o.length-3} more`:"";const c=o.flatMap(t=>V(e,s,t.command)??[]);const d=n.leftovers.find(e=>e.kind==="port");return[{cause:d===undefined?"left-processes":"left-port",message:`${r}${a} outlived the job after it was cancelled${d===undefined?"":` and still listens on port ${d.port}`}`,at:c[0]??i,help:"end it in a trap (trap \u2026 EXIT) or in cancel.sh"}]}const t8=1500;function t7(e,t,n,s){const{events:o}=n.coordination;const i=o.find(e=>e.file==="job.started");const r=o.find(e=>e.file==="SESSION_PORT");if(i===undefined||r===undefined||s===undefined||s.said==="ready")return[];const a=r.atMs-i.atMs;if(a<t8)return[];const c=i.by==="job_runner"?"job_runner wrote job.started (inject_markers)":"job.started was written";return[{cause:"marker-order",message:`${c} ${(a/1e3).toFixed(1)} s before SESSION_PORT, and job "${s.job}" did not get over it`,at:q(e,t.service,"SESSION_PORT")??U(e,t.service),help:i.by==="job_runner"?'set "inject_markers: false" and write the markers in start.sh, job.started last; or let the wait step wait for SESSION_PORT':"touch job.started after HOSTNAME and SESSION_PORT have been written"}]}function ne(e,t,n,s){const o=e.workflow.jobs.find(t=>t.id===e.waitJob);if(o===undefined)return undefined;const i=t.jobs.get(o.id);const r=o.steps[0]?.at??o.at;if(i===undefined||i.endedMs===0||i.endedMs>n)return{job:o.id,at:r,said:"nothing"};const a=Math.round(i.endedMs);if(i.outcome==="passed")return{job:o.id,at:r,said:"ready",atMs:a,notReadyAtMs:s};return{job:o.id,at:r,said:i.outcome==="failed"?"not-ready":"nothing",atMs:a}}function nt(e,t){if(e===undefined||t?.atMs===undefined||t.said==="nothing")return e;const{at:n}=e;if(n!==undefined&&n.file===t.at.file&&n.start===t.at.start)return e;const s=t.said==="ready"?"said that the service is ready":"gave up waiting for the service";const o=`job "${t.job}" ${s} after ${(t.atMs/1e3).toFixed(1)} s`;return{...e,related:[...e.related??[],{span:t.at,text:o}]}}const nn=["job.started","HOSTNAME","SESSION_PORT","job.ended"];const ns=250;const no=4096;function ni(e,n,s){const{files:o}=e.ports;const i=new Map;const r=[];const a=(t,s)=>{if(s===""&&(t==="HOSTNAME"||t==="SESSION_PORT"))return;const o=r.filter(e=>e.file===t);if(o.some(e=>e.content.trim()===s.trim()))return;const i=t==="job.ended"||n()&&t!=="SESSION_PORT"&&o.length===0;const a={file:t,atMs:Math.round(e.elapsed()),content:s.slice(0,200),by:i?"job_runner":"start.sh"};r.push(a);e.emit({type:"coordination",event:a})};const c=n=>{const r=t.joinPath(e.jobDirectory,n);const c=o.read(r,no);const d=i.get(n);if(c===d)return;if(c===undefined)i.delete(n);else i.set(n,c);if(c!==undefined)a(n,c);s()};const d=()=>nn.forEach(c);const u=o.watch(e.jobDirectory,e=>{const t=nn.find(t=>t===e);if(t!==undefined)c(t)});const l=new AbortController;const f=async()=>{while(!l.signal.aborted){d();await e.ports.clock.sleep(ns,l.signal)}};void f();return{events:r,content:e=>i.get(e),look:d,close(){l.abort();u()}}}const nr=5e3;const na=1e6;const nc=500;const nd=250;function nu(e){const{ready:t}=e.plan;const n=new Set;let s=Number.NEGATIVE_INFINITY;let o;const i=async n=>{if(t.command===undefined)return undefined;if(e.elapsed()-s>=nd){const i=await nb(e,t.command,n);o=i?undefined:nf(`the command "${t.command}" does not succeed`);s=e.elapsed()}return o};const r={file:()=>Promise.resolve(np(e)),log:()=>Promise.resolve(nh(e)),command:i};return{async unmet(e){return await r.file(e)??await r.log(e)??await i(e)},async overdue(s){for(const o of["file","log","command"]){const i=t.deadlines[o];if(i===undefined||n.has(o)||e.elapsed()<i)continue;n.add(o);const a=await r[o](s);if(a===undefined)continue;return nl(a,i)}return undefined},probed(n){const s=t.deadlines.probe;return s===undefined||e.elapsed()<s?n:nl(n,s)}}}const nl=(e,t)=>({...e,message:`${e.message} within ${t/1e3} s`,final:true});const nf=e=>({cause:"timeout",message:e,help:'the configuration waits for it under "ready"'});function np(e){const{file:n}=e.plan.ready;if(n===undefined||e.ports.files.kindOf(t.joinPath(e.jobDirectory,n))!=="missing")return undefined;return nf(`the file "${n}" was not written`)}function nh(e){const{log:t}=e.plan.ready;if(t===undefined||nm(e).some(e=>n$(e,t)))return undefined;return nf(`the log has no line that matches "${t}"`)}function nm(e){const{files:n}=e.ports;const s=n.listDeep(t.joinPath(e.jobDirectory,"logs"),nc).filter(e=>e.endsWith("/step.out")).map(e=>`logs/${e}`);return[`run.${e.slug}.out`,...s].flatMap(s=>n.readEnd(t.joinPath(e.jobDirectory,s),na)??[])}function n$(e,t){try{return new RegExp(t,"m").test(e)}catch{return e.includes(t)}}async function nb(e,n,s){const o=await e.scope.start({argv:["bash","-c",n],cwd:e.jobDirectory,env:{...e.env,...s!==undefined&&{HOSTNAME:s.host,SESSION_PORT:String(s.port)}},output:t.joinPath(e.directory,"ready-command.out")});const i=new AbortController;void e.ports.clock.sleep(nr,i.signal).then(()=>o.signalGroup("SIGKILL"));const r=await o.ended;i.abort();return r.kind==="exit"&&r.code===0}const nw=3e3;async function ng(e,t){const{network:n}=e.ports;const{ready:s}=e.plan;if(s.probe==="tcp"){if(await n.accepts(t.host,t.port,nw))return{};const e=`port ${t.port} of ${t.host} cannot be connected to`;return{problem:{cause:"wrong-address",message:e}}}const o=`${s.tls?"https":"http"}://${t.host}:${t.port}${s.path}`;const i=await n.probe({...t,path:s.path,tls:s.tls,timeoutMs:nw,headers:s.headers});const r=i.kind==="answer"?{url:o,status:i.status}:undefined;return{probe:r,problem:await ny(e,t,o,i)}}async function ny(e,n,s,o){const{ready:i}=e.plan;const r=t.answerProblem(o,i.status,s);const a=r?.cause==="not-http"&&!i.tls;if(a&&await e.ports.network.speaksTls(n.host,n.port,1e3)){return{cause:"tls-mismatch",message:`port ${n.port} speaks TLS, but the session does not say "useTLS: true"`,help:'set "useTLS: true" on the session, or let the service speak plain HTTP'}}if(r!==undefined||o.kind==="none"||i.body===undefined)return r;if(o.body.includes(i.body))return undefined;return{cause:"http-error",message:`the answer of ${s} does not contain "${i.body}"`,help:'the configuration expects this text under "ready: http: body"'}}function nj(e){return{cause:"marker-missing",message:`${e} was never written`,help:e==="HOSTNAME"?"write it in start.sh: hostname > HOSTNAME":'write it in start.sh before the service starts: echo "$SESSION_PORT" > SESSION_PORT'}}function nS(e,n){const s=e.content("HOSTNAME");const o=e.content("SESSION_PORT");if(o===undefined||s===undefined){const e=n===undefined?undefined:t.portIn(n.port);if(n!==undefined&&e!==undefined){return{host:n.host===""?"localhost":n.host,port:e,from:"update-session"}}return nj(o===undefined?"SESSION_PORT":"HOSTNAME")}const i=t.portIn(o);if(i===undefined){const e=o.trim().slice(0,60);return{cause:"bad-port-file",message:e===""?"SESSION_PORT is empty":`SESSION_PORT holds "${e}", which is not a port`,help:"it must hold the number alone, such as 43117"}}const r=t.hostFault(s);if(r!==undefined){return{cause:"bad-hostname",message:`HOSTNAME ${r}`,help:"write the name of the node: hostname > HOSTNAME"}}return{host:s.trim(),port:i,from:"files"}}const nk=(e,t)=>e?.split(/[\s=,@]+/).some(e=>e.replace(/:\d+$/,"")===t)===true;function nv(e,n,s,o,i){const r="let the service listen on 0.0.0.0";const a=s.map(e=>e.address).join(", ");const c=s.every(e=>t.isLoopback(e.address));const d=t.isLoopback(e.host)&&o.plan.mode==="controller"||i&&n.every(t.isLoopback);if(c&&!d&&e.host!=="localhost"){return{cause:"wrong-address",message:`the service listens on ${a} only, which cannot be reached as ${e.host} from another host`,help:r}}if(!s.some(e=>n.some(n=>t.reaches(e.address,n)))){return{cause:"wrong-address",message:`the service listens on ${a}, but ${e.host} is ${n.join(", ")}`,help:r}}return undefined}const nP={"bad-port-file":1500,"bad-hostname":1500,"foreign-listener":1e3,"wrong-address":3e3,"tls-mismatch":2e3,"not-http":8e3,"http-error":2e4};const n_=60;function nE(e,n){const{clock:s,network:o}=e.ports;const i=new AbortController;let r=()=>{};let a=[];let c;let d;let u=nj("SESSION_PORT");let l=e.elapsed();let f;let p=()=>{};const h=new Promise(e=>{p=e});let m=0;let $=false;let b;let w;let g;let y;let j=[];let S;let k;const v=nu(e);const P=new Map;const _=new Map;const E=ni(e,n,()=>r());const N=e.scope.watchListeners((e,t)=>{a=e;w=t;c??=new Set(e.map(e=>e.inode));r()});const O=t=>{if(t.cause!==u.cause||t.message!==u.message)l=e.elapsed();u=t};const M=t=>{if(!P.has(t.inode))P.set(t.inode,e.scope.ownerOf(t));return P.get(t.inode)};const x=async e=>{const t=_.get(e);if(t!==undefined)return t;const n=await o.resolve(e);if(n.length>0)_.set(e,n);return n};const I=async()=>{const t=nS(E,d);const n="cause"in t?undefined:t;const s="cause"in t?t:await A(t);const o=await v.overdue(n);if(o!==undefined)return o;if(s!==undefined)return v.probed(s);const i=f!==undefined&&e.elapsed()-f<e.plan.limits.stableMs;return i||n===undefined?undefined:await v.unmet(n)};const A=async n=>{S=n;const s=await x(n.host);if(s.length===0){return{cause:"bad-hostname",message:`HOSTNAME holds "${n.host}", which does not resolve`,help:"write the name of the node: hostname > HOSTNAME"}}const o=a.filter(e=>e.port===n.port);if(o.length===0)return{cause:"not-listening",message:`nothing listens on port ${n.port}`};if(b===undefined){b=e.elapsed();g=w===undefined?undefined:Math.round(w);e.emit({type:"listening",port:n.port,address:o[0]?.address??""})}const i=o.map(e=>({socket:e,owner:M(e)}));j=i.map(e=>t.listenerOf(e.socket,e.owner));k=i.find(e=>e.owner?.inScope===true)?.owner;const r=i.find(e=>e.owner?.inScope===false||e.owner===undefined&&c?.has(e.socket.inode)===true);if(k===undefined&&r!==undefined){return t.foreignListener(n.port,r.owner)}const d=i.some(e=>nk(e.owner?.command,n.host));const u=nv(n,s,o,e,d);if(u!==undefined)return u;const l=f!==undefined&&e.elapsed()-f<e.plan.limits.stableMs;if(l)return undefined;if(!$){$=true;O({cause:"not-http",message:`port ${n.port} is open, but nothing has answered`})}const p=await ng(e,n);y=p.probe??y;return p.problem};const T=async()=>{for(;;){const t=new Promise(e=>{r=e});const n=e.elapsed();const o=await I();if(o!==undefined&&f===undefined)m=n;if(o===undefined){f??=e.elapsed();p();if(e.elapsed()-f>=e.plan.limits.stableMs)return{kind:"ready",readyMs:f}}else{O(o);if(f!==undefined)return{kind:"unstable",problem:o};if(o.final===true)return{kind:"hopeless",problem:o};const t=nP[o.cause];if(t!==undefined&&e.elapsed()-l>=t)return{kind:"hopeless",problem:o}}if(i.signal.aborted)return{kind:"hopeless",problem:u};const a=f===undefined?n_:Math.max(5,Math.min(250,e.plan.limits.stableMs-(e.elapsed()-f)));const c=new AbortController;await Promise.race([t,s.sleep(a,AbortSignal.any([i.signal,c.signal]))]);c.abort()}};return{ended:T(),up:h,coordination:E,sessionAt(e){d=e;r()},problem:()=>u,step:()=>k?.step,service:()=>S&&{hostname:S.host,port:S.port,openMs:b===undefined?undefined:Math.round(b),listening:j,probe:y},opened:()=>a.filter(e=>c?.has(e.inode)!==true),detectMs:()=>g,readySince:()=>f,unreadyAt:()=>m,close(){i.abort();N();E.close();r()}}}const nN=["chromium","chromium-browser","google-chrome","google-chrome-stable","chrome"];const nO={start:8e3,load:4e3,picture:1e4};const nM=500;const nx=50;const nI=200;const nA=e=>nN.map(t=>e.ports.machine.find(t)).find(e=>e!==undefined);async function nT(e,t,n,s,o){const{clock:i}=e.ports;const r=n.asked();const a=await nL(e,t,[`http://127.0.0.1:${n.port}${s}`]);let c=false;void a.ended.then(()=>{c=true});const d=i.now();let u=r;let l=d;while(!c&&!o.aborted){await i.sleep(nx,o);const e=i.now();if(n.asked()!==u){u=n.asked();l=e}const t=u!==r;if(t?e-l>=nM||e-d>=nO.start+nO.load:e-d>=nO.start)break}await nD(e,a)}async function nR(e,n,s,o,i){const{ports:r,options:a,plan:c}=e;if(a.screenshotIn===undefined)return undefined;const d=`${c.name}-${c.mode}-${c.scenario}.png`.replace(/[^\w.-]/g,"_");const u=t.joinPath(e.directory,d);const l=`http://127.0.0.1:${s.port}${o}`;for(const s of["--virtual-time-budget=4000","--timeout=3000"]){if(i.aborted)return undefined;const o=await nL(e,n,["--hide-scrollbars","--window-size=1280,800",s,`--screenshot=${u}`,l]);const c=new AbortController;await Promise.race([o.ended,r.clock.sleep(nO.picture,AbortSignal.any([i,c.signal]))]);c.abort();await nD(e,o);if(r.files.kindOf(u)!=="file")continue;const f=t.joinPath(a.screenshotIn,d);r.files.move(u,f);return f}return undefined}const nC=e=>t.joinPath(e.directory,"browser");function nL(e,n,s){return e.scope.start({argv:[n,"--headless=new","--no-sandbox","--disable-gpu","--disable-dev-shm-usage","--disable-breakpad","--disable-crash-reporter","--no-first-run","--mute-audio","--proxy-server=direct://",`--user-data-dir=${nC(e)}`,...s],cwd:e.directory,env:{HOME:nC(e),PATH:e.env["PATH"]??"",LANG:"C.UTF-8",TMPDIR:"."},output:t.joinPath(e.directory,"browser.out")})}async function nD(e,t){t.signalGroup("SIGKILL");await t.ended;for(const t of e.scope.members()){if(t.command.includes(nC(e)))e.scope.signal(t.pid,"SIGKILL")}await e.ports.clock.sleep(nI)}const nH=20;const nU=/<([a-z][a-z0-9-]*)(\s[^>]{0,2000})>/gi;const nW=/\s(href|src|action)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;const nB=/new\s+WebSocket\(\s*(?:"|'|`)(?:wss?:\/\/(?:\$\{[^}]{0,200}\}|[^/"'`]{0,200}))?(\/[^"'`]{0,300})/g;const nG=(e,t)=>t===e||t.startsWith(`${e}/`)||t.startsWith(`${e}?`);const nq=({status:e,type:t})=>e<300&&/html/i.test(t);function nV(e,t,n){const s=[];const o=t.split("?")[0]??t;const i=(e,t)=>{if(s.length<nH&&!s.some(e=>e.target===t))s.push({kind:e,target:t,from:o})};if(n.status>=300&&n.status<400&&n.location!==undefined){const o=nQ(n.location,t);if(o!==undefined&&!nG(e,o))i("redirect",n.location);return s}if(!nq(n))return s;const r=nX(t,n.body);for(const{kind:t,written:s}of nz(n.body)){const n=nQ(s,r);if(n!==undefined&&!nG(e,n))i(t,s)}return[...s,...nK(e,t,n.body)].slice(0,nH)}function nK(e,t,n){const s=t.split("?")[0]??t;const o=[...n.matchAll(nB)].map(e=>e[1]??"");return[...new Set(o)].filter(t=>!t.includes("${")&&!nG(e,t)).map(e=>({kind:"websocket",target:e,from:s}))}function nF(e,t,n){const s=nX(t,n);const o=[...nz(n)].flatMap(({tag:e,written:t})=>e==="script"?nQ(t,s)??[]:[]);return[...new Set(o)].filter(t=>nG(e,t))}const nJ=e=>/<script\b/i.test(e);function*nz(e){for(const[,t="",n=""]of e.matchAll(nU)){const e=t.toLowerCase();if(e==="base"||e==="link"&&!/rel\s*=\s*["']?(?:stylesheet|module)/i.test(n))continue;for(const t of n.matchAll(nW)){const n=t[2]??t[3]??t[4]??"";if(/^(?:#|[a-z][a-z0-9+.-]*:|\/\/)/i.test(n))continue;const s=e==="a"||e==="area"||t[1]?.toLowerCase()==="action";yield{kind:s?"link":"request",tag:e,written:n}}}}function nX(e,t){const n=/<base\s[^>]{0,500}href\s*=\s*["']([^"']{0,500})["']/i.exec(t)?.[1];return n===undefined?e:nQ(n,e)??e}const nY=e=>/(?:^|\/)vnc(?:_lite|_auto)?\.html(?:\?|$)/.test(e);function nZ(e,t,n){const s=n.some(e=>/url\s*\+=\s*['"]\/['"]\s*\+\s*\w*path|`\/\$\{path\}`/i.test(e));if(!nY(t)||!s)return undefined;const[o=t,i=""]=t.split("?");const r=new URLSearchParams(i).get("path")??"websockify";const a=`/${r.replace(/^\/+/,"")}`;return nG(e,a)?undefined:{kind:"websocket",target:a,from:o}}function nQ(e,t){try{const n=new URL(e,`http://session.invalid${t}`);return n.hostname==="session.invalid"?n.pathname:undefined}catch{return undefined}}const n0=4;function n1(e,t,n,s,o){if(s===undefined)return n.at;if(s.kind==="websocket"&&nY(s.from)){const o=s.from.slice(s.from.lastIndexOf("/")+1);if(n.slug.includes(o)&&n.slugAt!==undefined)return n.slugAt;return G(e,t,o)??n.slugAt??n.at}const i=s.target.split("?")[0]??s.target;const r=i.length<n0?undefined:G(e,t,i);if(r!==undefined)return r;for(const n of o){const s=V(e,t,n);if(s!==undefined)return s}return n.at}const n2=3e3;const n3=5;const n5=10;const n6=1e4;const n9=4e3;const n4=100;const n8=(e,t)=>`/me/session/${e}/${t}`;async function n7(e,n,s){const{target:o,service:i,commands:r,signal:a}=s;const c=t.portIn(o.port);if(c===undefined)return undefined;const{plan:d}=e;const u=n8(d.resource.user,o.session);n.route(u,{host:o.host===""?"localhost":o.host,port:c,tls:d.ready.tls});const l=o.slug==="undefined"?"":o.slug.replace(/^\/+/,"");const f=l.startsWith("?")?`${u}${l}`:`${u}/${l}`;const p=c===s.port?n6:n9;const h=await se(e,n,u,f.split("#")[0]??f,p,a);const m=await sn(e,n,f,h,a);const $=so([...h.strays,...ss(n,h)]);return{prefix:u,path:f,port:c,status:h.answer?.status,strays:$,at:n1(e,i,o,$[0],r),screenshot:m}}async function se(e,t,n,s,o,i){const{clock:r}=e.ports;const a=r.now()+o;let c=s;let d=0;for(;;){const s=await si(e,t,c);const o=s!==undefined&&s.status<500;if(!o&&r.now()<a&&!i.aborted){await r.sleep(n4,i);continue}if(s===undefined)return{path:c,answer:s,strays:[]};const u=nV(n,c,s);const l=s.status>=300&&s.status<400?sa(s.location,c):undefined;if(u.length===0&&l!==undefined&&d<n3){c=l;d++;continue}if(!nq(s))return{path:c,answer:s,strays:u};return{path:c,answer:s,strays:[...u,...await st(e,t,n,c,s.body)]}}}async function st(e,t,n,s,o){const i=nY(s)?nQ("app/ui.js",s)??[]:[];const r=[...new Set([i,...nF(n,s,o)].flat())].filter(e=>nG(n,e)).slice(0,n5);const a=[];const c=[];for(const s of r){const o=await si(e,t,s);if(o===undefined||o.status!==200)continue;a.push(o.body);c.push(...nK(n,s,o.body))}const d=nZ(n,s,[o,...a]);return d===undefined?c:[...c,d]}async function sn(e,t,n,s,o){const i=e.options.screenshotIn!==undefined;const r=s.answer!==undefined&&nq(s.answer)?s.answer:undefined;if(!i&&(r===undefined||!nJ(r.body)))return undefined;const a=nA(e);if(a===undefined){const t=i?"screenshot":"scripts of the page";e.note({what:t,how:"skipped",why:"there is no Chromium on this machine"});return undefined}if(!i){await nT(e,a,t,n,o);return undefined}const c=await nR(e,a,t,n,o);e.note(c===undefined?{what:"screenshot",how:"skipped",why:"Chromium gave no picture"}:{what:"screenshot",how:"ran"});return c}function ss(e,t){return e.strays.filter(({url:e})=>!e.startsWith("/favicon.ico")).map(({url:e,websocket:n,from:s})=>({kind:n?"websocket":"request",target:e,from:s??t.path.split("?")[0]??t.path}))}function so(e){const t=new Map;for(const n of e){const e=n.target.split("?")[0]??n.target;if(!t.has(e))t.set(e,n)}return[...t.values()]}async function si(e,t,n){const s=await e.ports.network.probe({host:"127.0.0.1",port:t.port,path:n,tls:false,timeoutMs:n2});if(s.kind==="none")return undefined;return{status:s.status,location:sr(s,"location"),type:sr(s,"content-type")??"",body:s.body}}function sr(e,t){const n=e.headers[t];return typeof n==="string"?n:n?.[0]}function sa(e,t){if(e===undefined||!URL.canParse(e,`http://session.invalid${t}`))return undefined;const n=new URL(e,`http://session.invalid${t}`);return`${n.pathname}${n.search}`}function sc(e,t,n){const s=new AbortController;let o=false;let i;const r=async o=>{if(s.signal.aborted)return undefined;const i=(n.service()?.listening??[]).flatMap(e=>e.command??[]);const r=await e.ports.sessions.open();try{const{service:a}=t;const c=n.service()?.port;return await n7(e,r,{target:o,service:a,commands:i,port:c,signal:s.signal})}finally{await r.close()}};const a=()=>{const{session:e}=t;if(!o||e===undefined||i?.target===e||s.signal.aborted)return;const n=i?.visit??Promise.resolve(undefined);const a=n.then(()=>r(e));a.catch(()=>{});i={target:e,visit:a}};t.sessionUpdated=a;void n.up.then(()=>{o=true;a()});return{async finish(){a();return await i?.visit},async abandon(){s.abort();await i?.visit}}}const sd=60;const su=5e3;async function sl(e,t,n,s,o){const i=crypto.randomUUID();const r=new AbortController;const a=await o.inPhase("prepare",()=>tS(e,t,n,{...o,marker:i,over:r.signal}));const c=new AbortController;let d=Promise.resolve();try{o.emit({type:"run-started",jobDirectory:a.jobDirectory});const e=await t6(a,s);if(e!==undefined)return e;return await sf(a,s,o,c,e=>{d=e})}finally{c.abort();await a.scope.close();const e=new AbortController;await Promise.race([d,t.clock.sleep(su,e.signal)]);e.abort();r.abort();t.files.remove(a.directory)}}async function sf(e,t,n,s,o){const{plan:i}=e;const r={jobs:new Map,failure:undefined,service:undefined,session:undefined,sessionUpdated:()=>{},changed:()=>{}};const a=nE(e,()=>r.service?.injectsMarkers===true);const c=sc(e,r,a);const u=e.emulatesScheduler?d(e,tk(e.directory)):undefined;const l=b(e);const f=await n.inPhase("start",async()=>ti(e,r,a,AbortSignal.any([s.signal,l.cancelled])));o(f.finished);const{verdict:p,session:h}=await n.inPhase("wait",async()=>{const n=await tq(e,r,a,f,t);const s=n.failure===undefined&&n.skipped===undefined;return{verdict:n,session:s?await c.finish():undefined}});await c.abandon();const m=a.readySince();const $=a.service();const w=e.elapsed();if(p.failure!==undefined&&e.options.keepIn!==undefined){eu(e,a.coordination.events)}const g=await n.inPhase("stop",async()=>{a.close();s.abort();const t=new AbortController;await Promise.race([f.finished,e.ports.clock.sleep(i.limits.stopMs+2e3,t.signal)]);t.abort();l.close();await u?.settle();u?.close();return undefined}).then(()=>n.inPhase("inspect",()=>tQ(e,r.service,t9(u))));for(const e of g.leftovers)n.emit({type:"leftover",leftover:e});const y=ne(i,r,w,Math.round(a.unreadyAt()));const j=p.skipped===undefined&&m!==undefined&&p.failure===undefined;const S=[...j?t7(e,r,a,y):[],...t4(e,r,g)];const k=nt(p.failure,y)??S[0];const v=p.skipped!==undefined?"skipped":k===undefined?"passed":"failed";return{outcome:v,failure:k,observations:p.failure===undefined?S.slice(1):S,skipped:p.skipped,readyMs:m===undefined?undefined:Math.round(m),detectMs:a.detectMs(),service:$,session:h,coordination:a.coordination.events,wait:y,jobs:[...r.jobs.values()].map(sp),leftovers:g.leftovers,log:sh(e,r),kept:sm(e,v)}}const sp=e=>({job:e.id,outcome:e.outcome==="waiting"||e.outcome==="running"?"cancelled":e.outcome,ms:e.startedMs===0?0:Math.round((e.endedMs||e.startedMs)-e.startedMs),outputs:{...e.outputs}});function sh(e,t){const n=et(e,t.service,sd);const s=t.failure?.log??[];return n.length>0?n:s}function sm(e,n){const{keepIn:s,keep:o}=e.options;const{plan:i}=e;if(s===undefined||n!=="failed"&&o!=="all")return undefined;const r=t.joinPath(s,[i.name,i.mode,i.scenario,...i.repetition===undefined?[]:[i.repetition]].join("-").replace(/[^\w.-]/g,"_"));e.ports.files.remove(r);e.ports.files.move(o===undefined?el(e):e.jobDirectory,r);return r}function s$(){const e=[];let t=false;let n=()=>{};return{push(t){e.push(t);n()},end(){t=true;n()},async *[Symbol.asyncIterator](){for(;;){for(let t=e.shift();t!==undefined;t=e.shift())yield t;if(t)return;await new Promise(e=>{n=e})}}}}async function*sb(e,t,n,s){const o=s$();const i=new AbortController;const r=t.clock.now();const a=()=>t.clock.now()-r;let c=false;const d=t=>{if(c)return;c=t.type==="run-ended";o.push({...t,atMs:Math.round(a()),workflow:e.name,mode:e.mode,scenario:e.scenario})};const u=sw(e,t,n,AbortSignal.any([s,i.signal]),{elapsed:a,emit:d}).finally(o.end);u.catch(()=>{});try{yield*o}finally{i.abort();await u}}async function sw(e,t,n,s,o){const i=new Map(e.fidelity.map(e=>[e.what,e]));const r=[];const a=async(e,t)=>{const n=o.elapsed();o.emit({type:"phase",phase:e,state:"started"});try{return await t()}finally{r.push({phase:e,ms:Math.round(o.elapsed()-n)});o.emit({type:"phase",phase:e,state:"ended"})}};const c=await sy(e,t,n,s,{...o,inPhase:a,note:e=>i.set(e.what,e)});const d={workflow:e.name,path:e.path,mode:e.mode,scenario:e.scenario,...c,phases:r,fidelity:[...i.values()].sort((e,t)=>e.what<t.what?-1:1)};o.emit({type:"run-ended",record:d})}const sg={observations:[],coordination:[],jobs:[],leftovers:[],log:[]};async function sy(e,t,n,s,o){const i=e.requires.filter(n=>t.machine.find(n)===undefined&&!Object.hasOwn(e.stubs,n));if(i.length>0){const e=i.length===1?"is":"are";return{...sg,outcome:"skipped",skipped:`needs ${i.join(", ")}, which ${e} not installed`}}if(e.unsupported!==undefined){const{what:t,at:n}=e.unsupported;return{...sg,outcome:"failed",failure:{cause:"unsupported",message:`${t} cannot be run here`,at:n}}}if(s.aborted)return{...sg,outcome:"skipped",skipped:"interrupted before it started"};return sl(e,t,n,s,o)}exports.executeRun=sb;
})
