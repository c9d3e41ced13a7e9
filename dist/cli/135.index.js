// f209f9afdc6abde8c58b98f75828bb75255cc531085c5229294faaca43851e7e
(function(exports,require,module,__filename,__dirname){"use strict";exports.id=135;exports.ids=[135];exports.modules={4135:(e,t,n)=>{n.d(t,{executeRun:()=>sx});var s=n(1993);var o=n(7711);async function i(e,t){const{files:n}=e.ports;const s=(0,o.u)(t.logs,t.name);const i=(0,o.u)(t.logs,"step.out");const r={status:143,stopped:true,killed:false,script:s,output:i,pid:0};if(e.over.aborted)return r;n.write(s,t.filled.text,493);n.makeDirectory(t.cwd);if(t.signal.aborted)return r;const[d,...u]=t.shell.split(/\s+/).filter(e=>e!==""&&e!=="{0}");const l=await e.scope.start({argv:[d??"bash",...u,s],cwd:t.cwd,env:{...t.env,PWD:t.cwd},output:i});const f=c(e,l,t);const p=await l.ended;const{stopped:h,killed:m}=f.finish();const $=a(p);if(!e.over.aborted)n.write((0,o.u)(t.logs,"step.exit"),`${$}
`);return{status:$,stopped:h,killed:m,script:s,output:i,pid:l.pid}}const r={SIGHUP:1,SIGINT:2,SIGKILL:9,SIGSEGV:11,SIGTERM:15};function a(e){return e.kind==="exit"?e.code:128+(r[e.signal]??0)}function c(e,t,n){let s=false;let o=false;const i=new AbortController;const r=async()=>{s=true;t.signalGroup("SIGTERM");await e.ports.clock.sleep(n.graceMs,i.signal);if(i.signal.aborted)return;o=true;t.signalGroup("SIGKILL")};const a=()=>void r();n.signal.addEventListener("abort",a,{once:true});if(n.signal.aborted)a();return{finish(){n.signal.removeEventListener("abort",a);i.abort();return{stopped:s,killed:o}}}};const d=50;const u=3e3;function l(e,t){const{files:n,clock:s}=e.ports;const i=new Map;const r=new AbortController;const{scheduler:c}=e.plan;const l=(e,s,i)=>{s.state=i;n.write((0,o.u)(t,e,"state"),i)};const h=async(i,d)=>{l(i,d,"RUNNING");const u=(0,o.u)(t,i);const h=e=>n.read((0,o.u)(u,e),1e6)??"";const $=h("cwd");const b=e.plan.mode==="pbs";const w=(0,o.u)($,h("out"));const g=b?(0,o.u)(u,"output"):w;const y=(0,o.u)(u,b?`${i}.local.SC`:"slurm_script");n.copyFile((0,o.u)(u,"script"),y);n.makeDirectory(g.slice(0,g.lastIndexOf("/")));const k=await e.scope.start({argv:[y],cwd:$,env:p(e,i,u),output:g});d.running=k;const v=f(h("limit"),b);const S=new AbortController;let j=false;let _=false;if(v!==undefined){void s.sleep(v*1e3,AbortSignal.any([S.signal,r.signal])).then(()=>{if(S.signal.aborted||r.signal.aborted)return;j=true;void m(d,k)})}if(c.nodeFailsAfterMs!==undefined){void s.sleep(c.nodeFailsAfterMs,AbortSignal.any([S.signal,r.signal])).then(()=>{if(S.signal.aborted||r.signal.aborted)return;_=true;k.signalGroup("SIGKILL")})}const E=a(await k.ended);S.abort();n.write((0,o.u)(u,"exit"),String(E));if(b)n.copyFile(g,w);const N=_?"NODE_FAIL":j?"TIMEOUT":d.cancelled?"CANCELLED":E===0?"COMPLETED":"FAILED";l(i,d,N)};const m=async(e,t)=>{t.signalGroup("SIGTERM");await s.sleep(u,r.signal);if(e.state==="RUNNING")t.signalGroup("SIGKILL")};const $=()=>{for(const s of n.list(t)){let a=i.get(s);if(a===undefined){if(n.kindOf((0,o.u)(t,s,"ready"))==="missing")continue;a={state:"PENDING",submittedMs:e.elapsed(),running:undefined,cancelled:false};i.set(s,a)}if(!a.cancelled&&n.kindOf((0,o.u)(t,s,"cancel"))!=="missing"){a.cancelled=true;if(a.state==="PENDING")l(s,a,"CANCELLED");else if(a.running!==undefined&&a.state==="RUNNING")void m(a,a.running)}const d=c.holds||n.kindOf((0,o.u)(t,s,"held"))!=="missing";const u=e.elapsed()-a.submittedMs>=c.queueDelayMs;if(a.state==="PENDING"&&u&&!d&&!r.signal.aborted)void h(s,a)}};n.makeDirectory(t);const b=n.watch(t,$);const w=async()=>{while(!r.signal.aborted){$();await s.sleep(d,r.signal)}};void w();return{async settle(){$();const e=s.now();const t=()=>[...i.values()].some(e=>e.cancelled&&e.state==="RUNNING");while(t()&&s.now()-e<u+1e3)await s.sleep(10)},jobs:()=>[...i].map(([e,t])=>({id:e,state:t.state})),close(){r.abort();b()}}}function f(e,t){if(/^\d+$/.test(e))return Number(e)*(t?1:60);return(0,s.I)(/^\d+:\d+$/.test(e)?`0:${e}`:e)}function p(e,t,n){const{files:s}=e.ports;const i=e=>s.read((0,o.u)(n,e),1e6)??"";const r=m(i("env"));const a=i("name");const c=i("submitted-from");const d={};for(const t of["HOME","USER","LOGNAME","SHELL","PATH","LANG","TMPDIR","RUNNER_TRACKING_ID"]){const n=e.env[t];if(n!==undefined)d[t]=n}const u={BASH_ENV:e.env["BASH_ENV"]??"",PW_CHECK_TRACE:e.trace,PW_CHECK_RUN:e.marker,PW_CHECK_STEP:r["PW_CHECK_STEP"]??`batch/${t}`};const l=h(r,i("passes"));if(e.plan.mode==="pbs"){return{...d,...l,PBS_JOBID:`${t}.local`,PBS_JOBNAME:a,PBS_ENVIRONMENT:"PBS_BATCH",PBS_QUEUE:"workq",PBS_O_WORKDIR:c,PBS_O_HOME:e.home,PBS_O_LOGNAME:e.env["LOGNAME"]??"",PBS_O_PATH:e.env["PATH"]??"",PBS_O_SHELL:"/bin/bash",PBS_O_HOST:e.ports.machine.hostname,...u}}return{...d,...l,SLURM_JOB_ID:t,SLURM_JOBID:t,SLURM_JOB_NAME:a,SLURM_SUBMIT_DIR:c,SLURM_SUBMIT_HOST:e.ports.machine.hostname,SLURM_JOB_NODELIST:e.ports.machine.hostname,SLURM_NODELIST:e.ports.machine.hostname,SLURMD_NODENAME:e.ports.machine.hostname,SLURM_JOB_NUM_NODES:"1",SLURM_NNODES:"1",SLURM_NTASKS:"1",SLURM_JOB_PARTITION:"main",SLURM_CLUSTER_NAME:"local",...u}}function h(e,t){const n=t.split(",").map(e=>e.trim());if(n.includes("ALL"))return e;const s=n.filter(e=>e!=="NONE"&&e!=="");return Object.fromEntries(s.flatMap(t=>{const n=t.indexOf("=");if(n!==-1)return[[t.slice(0,n),t.slice(n+1)]];const s=e[t];return s===undefined?[]:[[t,s]]}))}function m(e){return Object.fromEntries(e.split("\0").filter(e=>e.includes("=")).map(e=>[e.slice(0,e.indexOf("=")),e.slice(e.indexOf("=")+1)]))};const $=e=>(0,o.u)(e,"requests");const b=100;const w=1e6;function g(e){const{files:t,clock:n}=e.ports;const s=new AbortController;const o=new AbortController;const i=$(e.directory);let r=0;let a="";const c=t=>{const[n,s="",...i]=t.split(" ");const r=[s,...i].join(" ").trim();if(n==="cancel"){if(y(e,s))o.abort();else e.note({what:`pw workflows runs cancel ${s}`.trim(),how:"skipped",why:"there is no such run here"});return}const a=/^(?:ssh|scp)$/.test(s)?"the host is not part of a local run; the command ended with status 255":"it is not emulated in a local run; it ended with status 1";if(n==="refused")e.note({what:r,how:"skipped",why:a})};const d=()=>{const{text:e,next:n}=t.readFrom(i,r,w);r=n;const s=`${a}${e}`.split("\n");a=s.pop()??"";s.forEach(c)};const u=async()=>{const t=AbortSignal.any([s.signal,e.over]);while(!t.aborted){d();await n.sleep(b,t)}};void u();return{cancelled:o.signal,close(){if(s.signal.aborted)return;s.abort();d()}}}const y=(e,t)=>t===""||t===e.slug||Number(t)===Number(e.jobNumber);var k=n(6184);var v=n(1418);var S=n(8631);function j(e,t){const n=e.replace(/\n$/,"").split("\n");const s=t.replace(/\n$/,"").split("\n");const o=new Map;let i=n.length-1;let r=s.length-1;while(i>=0&&r>=0){if(n[i]===s[r]){o.set(i+1,r+1);i--;r--}else if(s[r]?.trim()==="")r--;else break}return o};const _=60;function E(e,t,n){const s=e.split("\n");const o=n.replace(/[^\w-]/g,".");const i=new RegExp(`^\\s*(?:function\\s+)?${o}\\s*(?:\\(\\s*\\)|\\{|$)`);const r=n===""?0:Math.max(0,s.findIndex(e=>i.test(e)));const a=e=>e.replace(/[\s"'\\]/g,"");const c=a(t);const d=a(t.trim().split(/\s+/)[0]??"");for(const e of[c,c.slice(0,_),d]){if(e==="")return undefined;const t=s.findIndex((t,n)=>n>=r&&!/^\s*#/.test(t)&&a(t).includes(e));if(t!==-1)return t+1}return undefined};function N(e){return e.split("\n").flatMap(e=>{const[t,n,s="",i="",r="",a="",c]=e.split("	");if(t!=="H"||c===undefined)return[];const d=a===""||a===r;return[{script:Number(n),functionName:s,file:(0,o.u)(i,a||r),inProgram:d,command:c}]})}function O(e){return e.split("\n").flatMap(e=>{const[t,n,s,i,r,a,c,d,u,...l]=e.split("	");if(t!=="E"&&t!=="X"||u===undefined||u===""||c===undefined||d===undefined)return[];return[{kind:t==="E"?"failed":"exit",status:Number(n),line:Number(s),script:Number(i),mainShell:i===r,errexit:a?.includes("e")===true,program:d,file:(0,o.u)(c,u),inProgram:d===u,command:l.join("	")}]})}function M(e,t){const n=e.filter(e=>e.mainShell&&e.status===t);const s=n.find(e=>e.kind==="failed"&&e.errexit);const o=n.find(e=>e.kind==="exit");const i=n.findLast(e=>e.inProgram)??n.at(-1);return s??o??i}function x(e,t){let n;for(const s of e.split("\n")){const e=/^(?:.*\/)?([^/:\s]+): line (\d+): (.*)$/.exec(s);if(e?.[1]!==undefined&&t(e[1]))n={line:Number(e[2]),message:e[3]??""}}return n};const A=e=>/(?:^|\/)(?:slurm_script|[^/]+\.SC)$/.test(e);const I=2e6;function P(e,t){const n=O(e.ports.files.readEnd(e.trace,I)??"");const s=t.script.slice(t.script.lastIndexOf("/")+1);const o=n.filter(e=>R(e.program,t.script));const i=M(o,t.status);const r=x(t.output,e=>e===s||A(e));const a=i?.line??r?.line;if(a===undefined)return undefined;const c=i===undefined?undefined:D(n,i,t.status);const d=i===undefined||i.inProgram?t.script:i.file;const u={file:d,line:a};const l=c??u;const f=n=>L(e,n.file,n.line,n.file===t.script?t.source:undefined);return{...l,span:f(l)??f(u)??T(e,l,t),said:r?.message}}function T(e,t,n){const{files:s}=e.ports;const o=s.read(t.file,5e6)?.split("\n")[t.line-1]??"";const i=o.trim()===""?undefined:E(s.read(n.script,5e6)??"",o,"");return i===undefined?undefined:L(e,n.script,i,n.source)}function R(e,t){if(e===t||A(e))return true;return!e.startsWith("/")&&C(e)===C(t)}const C=e=>e.slice(e.lastIndexOf("/")+1);function D(e,t,n){for(const s of[...e].reverse()){if(s.script===t.script||s.status!==n||!s.mainShell)continue;const o=C(s.program);if(o==="script-unstable.sh"||!t.command.includes(o))continue;const i=M(e.filter(e=>e.script===s.script),n);const{file:r,line:a}=i??s;return{file:r,line:a}}return undefined}function L(e,t,n,s){const{files:i}=e.ports;const r=s!==undefined&&t!==s?s:t;const a=(0,o.B)(e.jobDirectory,r);if(a===undefined||a==="")return undefined;const c=e.options.repository.read((0,S.s)(a));if(c.kind!=="text")return undefined;let d=n;if(r!==t){const e=i.read(t,5e6)??"";const s=e.replace(/\n$/,"").split("\n").length;d=j(e,i.read(r,5e6)??c.text).get(Math.min(n,s))}if(d===undefined)return undefined;return H((0,S.s)(a),c.text,d)}function H(e,t,n){const s=(0,k.D)(t);const o=s.startOf(n);const i=s.lineText(n);const r=i.length-i.trimStart().length;return(0,v.mG)({path:e,text:t}).spanOf(o+r,o+Math.max(r,i.trimEnd().length))}const U=e=>(0,o.u)(e,"run.sh");const B=2e3;function W(e){const t=e.replace(/\r+$/,"").split("\r").at(-1)??"";const n=t.replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-_])/g,"").replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g,"");const s=n.replace(/^(\s*)(::|##\[)/,"$1\u200B$2").replaceAll("##[","#\u200B#[");return s.length>B?`${s.slice(0,B-1)}\u{2026}`:s}function G(e,t){const n=e.split("\n");if(n.at(-1)==="")n.pop();return n.slice(-t).map(W)};function q(e,t){const n=t?.source===undefined?undefined:(0,o.B)(e.jobDirectory,t.source);return n===undefined?"the script":n.slice(n.lastIndexOf("/")+1)}function V(e,t){const n=z(e,t);return n===undefined?t?.at??e.plan.at:H(n.path,n.text,1)}function z(e,t){const n=t?.source===undefined?undefined:(0,o.B)(e.jobDirectory,t.source);if(n===undefined||n==="")return undefined;const s=e.options.repository.read((0,S.s)(n));return s.kind==="text"?{path:(0,S.s)(n),text:s.text}:undefined}function K(e,t,n){const s=z(e,t);if(s===undefined)return undefined;const o=s.text.split("\n");const i=o.findLastIndex(e=>!/^\s*#/.test(e)&&n(e));return i===-1?undefined:H(s.path,s.text,i+1)}const F=(e,t,n)=>K(e,t,e=>e.includes(n));function J(e,t,n){const s=n.replace(".","\\.");const o=new RegExp(`(?:>\\|?\\s*|\\btee\\s+(?:-\\S+\\s+)*|\\btouch\\s+(?:\\S+\\s+)*)["']?(?:[^\\s"'>|;&]*/)?${s}\\b`);return K(e,t,e=>o.test(e))}function X(e,t,n){const s=z(e,t);if(s===undefined)return undefined;const o=n.split(/\s+/).map(e=>e.slice(e.lastIndexOf("/")+1)).filter(e=>e.length>2&&/[A-Za-z]/.test(e));const i=o[0];if(i===undefined)return undefined;const r=s.text.split("\n").map((e,t)=>({line:e,index:t}));const a=r.filter(({line:e})=>!/^\s*#/.test(e));const c=a.filter(({line:e})=>e.includes(i));const d=c.length>0?c:a;let u;let l=c.length>0?1:2;for(const{line:e,index:t}of d){const n=o.filter(t=>e.includes(t)).length;if(n<l)continue;u=t;l=n}const f=o.slice(1);const p=u!==undefined&&f.some(e=>r[u]?.line.includes(e)===true);const h=p||u!==undefined&&f.length===0?undefined:Y(e,s,f);return h??(u===undefined?undefined:H(s.path,s.text,u+1))}function Y(e,t,n){const s=(e.options.serviceStarts?.()??[]).filter(({file:e})=>e===t.path);const o=({start:e})=>t.text.slice(0,e).split("\n").length;const i=t.text.split("\n");const r=s.find(e=>n.some(t=>i[o(e)-1]?.includes(t)===true));const a=r??(s.length===1?s[0]:undefined);return a&&H(t.path,t.text,o(a))}function Q(e,t){return K(e,t,e=>/\btrap\b.*\b(?:SIG)?TERM\b/.test(e))}function Z(e,t,n,s){const o=()=>V(e,t);switch(n.cause){case"bad-port-file":case"not-listening":case"foreign-listener":case"marker-order":return J(e,t,"SESSION_PORT")??o();case"bad-hostname":return J(e,t,"HOSTNAME")??o();case"wrong-address":case"http-error":case"not-http":case"tls-mismatch":case"unstable":for(const n of s){const s=X(e,t,n);if(s!==undefined)return s}return o();default:return o()}}const ee=(e,t)=>K(e,t,e=>/^\s*exec\s+[^<>&\s]/.test(e));var et=n(3864);const en=[/curl: \((?:5|6|7|28)\) .*$/,/wget: (?:unable to resolve|failed:).*$/,/(?:fatal: )?unable to access '.*$/,/^.*(?:could not resolve host|temporary failure in name resolution|name or service not known|network is unreachable).*$/i];const es=/\b(?:error|fatal|failed|failure|cannot|can't|could not|couldn't|unable|denied|no such|not found|invalid|missing|refused|traceback|exception|abort(?:ed)?|killed|exited with|usage)\b/i;const eo=/localhost|127\.0\.0\.1|\[::1\]/;const ei=200;function er(e){const t=e.map(e=>e.trim()).filter(e=>e!=="");const n=t.filter(e=>!eo.test(e)).flatMap(e=>en.flatMap(t=>t.exec(e)?.[0]??[])[0]??[])[0];if(n!==undefined){return{said:n.slice(0,ei),help:'the run could not reach the network: provide what it fetches with "run.before", or the program that fetches it with "run.stubs"'}}const s=t.findLast(e=>es.test(e))??t.at(-1);return s===undefined?undefined:{said:s.slice(0,ei)}};function ea(e,t,n){if(t===undefined)return[];const s=e.ports.files.readEnd((0,o.u)(t.directory,`run.${e.slug}.out`),65536);return s===undefined?[]:G(s,n)}function ec(e){const t=(0,et.Ju)(e.ports.files.read((0,o.u)(e.jobDirectory,"SESSION_PORT"),100)??"");if(t===undefined)return undefined;for(const n of e.scope.listeners()){if(n.port!==t)continue;const s=e.scope.ownerOf(n);if(s?.inScope!==true)return(0,et.tv)(t,s)}return undefined}function ed(e,t,n,s){const o=q(e,t);const i=s.cause==="foreign-listener"?s:ec(e);if(i!==undefined){return{...i,at:J(e,t,"SESSION_PORT")??V(e,t)}}if(n===undefined||n===0){return{cause:"exited-early",message:`${o} ended before its service was ready (${s.message})`,at:V(e,t),help:'the script must not end before the service: run it in the foreground, or "wait" for it'}}const r=ea(e,t,200).join("\n");const a=U(t.directory);const c=P(e,{script:a,status:n,output:r,source:t.source});const d=c?.said===undefined?er(ea(e,t,20)):{said:c.said};const u=d?.said;return{cause:"start-failed",message:`${o} ended with status ${n}${u===undefined?"":`: ${u}`}`,at:c?.span??ee(e,t)??V(e,t),help:el(n)??d?.help}}const eu=new Map([[1,"SIGHUP"],[2,"SIGINT"],[6,"SIGABRT"],[13,"SIGPIPE"],[15,"SIGTERM"],[24,"SIGXCPU, the limit of processor time"]]);function el(e){if(e===127)return"status 127 means that a command was not found";if(e===126)return"status 126 means that a file was found but cannot be executed";if(e===137)return"status 137 means that it was killed with SIGKILL, for example for want of memory";if(e===139)return"status 139 means that it crashed with a segmentation fault";const t=eu.get(e-128);return t===undefined?undefined:`status ${e} means that it was ended by ${t}`}function ef(e){if(e.jobs.length===0){return{cause:"step-failed",message:e.message,at:e.at}}const t=e.jobs.length>1?`${e.jobs[0]} (${e.jobs.slice(1).join(" / ")})`:e.jobs[0];if(e.unsupported!==undefined){return{cause:"unsupported",message:`job "${t}": ${e.message}`,at:e.at}}const n=er(e.log);return{cause:"step-failed",message:`job "${t}": ${e.message}${n===undefined?"":`: ${n.said}`}`,at:e.at,help:n?.help}};const ep=5e5;const eh=200;const em=2e3;const e$=1e6;function eb(e,t){const{files:n}=e.ports;const s=(0,o.u)(e.jobDirectory,"diagnostics");const i=(e,t)=>n.write((0,o.u)(s,e),t.map(e=>`${e}
`).join(""));const r=e.scope.members();i("processes.txt",r.map(({pid:e,parent:t,step:n,command:s})=>`${e}	${t}	${n??"-"}	${s}`));i("listeners.txt",e.scope.listeners().flatMap(t=>{const n=e.scope.ownerOf(t);return n?.inScope===true?[`${t.address}:${t.port}	${n.pid}	${n.command}`]:[]}));i("markers.txt",t.map(e=>`${e.atMs} ms	${e.file}	${e.by}	${JSON.stringify(e.content)}`));i("environment.txt",Object.keys(e.env).sort());const a=O(n.readEnd(e.trace,ep)??"").slice(-eh);i("failed-commands.txt",a.flatMap(t=>{const n=(0,o.B)(e.jobDirectory,t.file);if(n===undefined||t.kind==="exit"&&t.status===0)return[];return[`status ${t.status}	${n}:${t.line}	${t.command.replace(/\\(.)/g,"$1")}`]}))}function ew(e){const{files:t}=e.ports;const n=(0,o.u)(e.jobDirectory,"diagnostics");const s=t.listDeep(e.jobDirectory,em).filter(e=>!e.startsWith("diagnostics/")&&/\.out$|(?:^|\/)step\.exit$/.test(e));for(const i of s){const s=t.readEnd((0,o.u)(e.jobDirectory,i),e$);if(s!==undefined)t.write((0,o.u)(n,"logs",i),s)}return n}var eg=n(8563);var ey=n(1145);var ek=n(2505);var ev=n(1507);const eS=/^\s*!?\s*(?:always|never|completed|error|canceled)\s*$/;function ej(e,t,n){if(e===undefined)return n;if(e.kind==="text"&&eS.test(e.template.text.text)){const{expression:s}=(0,ev.Y)(e.template.text);return s===undefined?n:(0,ey.zz)((0,ek._)(s,t))}return(0,ey.zz)((0,eg.Vk)(e,t))};function e_(e,t,n){let s=()=>{};const o=new Promise(e=>{s=e});return{id:e,job:t,matrix:n,outcome:"waiting",blocked:false,startedMs:0,endedMs:0,outputs:{},stepOutputs:{},stop:new AbortController,ended:o,end:s}};function eE(e,t,n){const s=t.map(t=>e_(t.id,e,t.value));const o=e.matrix===undefined?Number.NaN:Number((0,eg.Vk)(e.matrix.maxParallel,n));let i=Number.isInteger(o)&&o>=1?o:Number.POSITIVE_INFINITY;const r=[];return{states:s,async enter(e){if(i<=0&&!e.aborted){await new Promise(t=>{r.push(t);const n=()=>{const e=r.indexOf(t);if(e!==-1)r.splice(e,1);t()};e.addEventListener("abort",n,{once:true})})}i-=1;return()=>{i+=1;r.shift()?.()}},failed(t){const o=e.matrix!==undefined&&(0,ey.zz)((0,eg.Vk)(e.matrix.failFast,n));if(!o)return;for(const e of s)if(e!==t)e.stop.abort()}}};function eN(e,t){const n=t.matrix===undefined?undefined:(0,eg.Vk)(t.matrix.values,{roots:{inputs:e.inputs}});const s=n!==undefined&&(0,ey.u4)(n)?n:{};const o=Object.entries(s).filter(([e])=>e!=="include"&&e!=="exclude");let i=o.length===0?[]:[{}];for(const[e,t]of o){const n=t!==undefined&&(0,ey.Lv)(t)?t:[t];i=i.flatMap(t=>n.map(n=>({...t,[e]:n})))}const r=eO(s["exclude"]);const a=i.filter(e=>!r.some(t=>eM(e,t)));const c=eO(s["include"]);const d=o.map(([e])=>e);const u=a.map(e=>{const t=c.filter(t=>ex(e,t,d));return Object.assign({},e,...t)});const l=c.filter(e=>!a.some(t=>ex(t,e,d)));return[...u,...l].map((e,n)=>({id:`${t.id}-${n}`,value:e}))}const eO=e=>e!==undefined&&(0,ey.Lv)(e)?e.filter(e=>e!==undefined&&(0,ey.u4)(e)):[];const eM=(e,t)=>Object.entries(t).every(([t,n])=>(0,ey.oQ)(e[t],n));function ex(e,t,n){const s=n.filter(e=>Object.hasOwn(t,e));return s.length>0&&s.every(n=>(0,ey.oQ)(e[n],t[n]))}var eA=n(9664);const eI=5e3;const eP=40;async function eT(e,t,n,s,o,r,a,c){const d=o.missing.length;const u=(0,eg.BB)(s.script,o.contexts);const l=o.missing.slice(d).find(e=>/^(?:needs|steps)\./.test(e));if(l!==undefined){return c(`step "${n.name}" reads "${l}", which nobody has written`,{at:eD(s.script,l,n.at)})}const f=await i(e.world,{filled:u,shell:s.shell,cwd:o.cwd,env:o.env,logs:o.logs,name:"script-unstable.sh",signal:r,graceMs:e.signal.aborted?e.world.plan.limits.stopMs:eI});if(f.status===0||a.last||!a.clean)eH(e,t,n,o);if(n.id===eA.Sj)eR(e,t,f);if(a.timeout.signal.aborted&&f.stopped)return c(`step "${n.name}" did not end in time`,{status:f.status});if(f.stopped)return"cancelled";if(f.status===0)return"passed";return c(`step "${n.name}" failed with status ${f.status}`,{...eL(e,u,f,n.at),...eC(t,n)})}function eR(e,t,n){const{service:s}=e;const o=t.outputs["exit_code"];const i=t.outputs["jobid"]!==undefined;const r=o!==undefined?Number(o):n.stopped||i?undefined:n.status;if(s===undefined||s.ended!==undefined||r===undefined&&n.stopped)return;s.ended={status:r,atMs:e.world.elapsed()};e.sinks.serviceEnded(s)}function eC(e,t){const n=e.outputs["exit_code"];return t.id===eA.Sj&&n!==undefined?{status:Number(n)}:{}}function eD(e,t,n){const s=t.split(".").at(-1)??"";const o=e.holes.find(({start:t,end:n})=>e.text.text.slice(t,n).includes(s));return o===undefined?n:e.text.spanOf(o.start,o.end)}function eL(e,t,n,s){const o=e.world.ports.files.readEnd(n.output,16384)??"";const i=P(e.world,{script:n.script,status:n.status,output:o});const r=i?.span;const a=i!==undefined&&i.file===n.script&&e.above.length===0;return{status:n.status,log:G(o,eP),at:r??(a?t.spanOfLine(i.line):s)}}function eH(e,t,n,s){const i=e.world.ports.files.read((0,o.u)(s.logs,"outputs"),1e6)??"";const r={};for(const e of i.split("\n")){const t=/^([A-Za-z0-9_.-]+)=(.*?)\r?$/.exec(e);if(t?.[1]!==undefined)r[t[1]]=t[2]??""}Object.assign(t.outputs,r);if(n.id!==undefined)t.stepOutputs[n.id]=r};function eU(e,t){const n=e==="~"||e.startsWith("~/")?`${t["HOME"]??""}${e.slice(1)}`:e;if(/\$\(|`|\$\{[^}]*[^A-Za-z0-9_}]/.test(n))return undefined;return n.replace(/\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g,(e,n,s)=>t[n??s]??"")};function eB(e,t,n,s=()=>{}){const o=[...t.job.needs.map(e=>e.job),...t.job.matrix===undefined?[t.job.id]:[]];const i=Object.fromEntries(o.flatMap(n=>{const s=n===t.job.id?t:e.jobs.get(n);return s===undefined?[]:[[n,eG(s)]]}));const{plan:r}=e.world;const a=Object.fromEntries(r.sessions.map(({name:t})=>[t,`${r.name}_${e.world.jobNumber}_${t}`]));const c={inputs:e.inputs,needs:i,steps:eq(t),matrix:t.matrix,sessions:e.above.length===0?a:{},org:{},var:{}};const d={roots:c,row:0,state:n,missing:s};const u=eW(e.workflow.env,d);const l=eW(t.job.env,{...d,roots:{...c,env:u}});return{...d,roots:{...c,env:{...u,...l}}}}function eW(e,t){return Object.fromEntries(e.map(({name:e,value:n})=>[e,n.kind==="text"?(0,eg.BB)(n.template,t).text:String((0,eg.Vk)(n,t)??"")]))}function eG(e){return{outputs:{...e.outputs},steps:eq(e)}}const eq=e=>Object.fromEntries(Object.entries(e.stepOutputs).map(([e,t])=>[e,{outputs:{...t}}]));function eV(e){return e!==undefined&&(0,ey.u4)(e)?e:{}};function ez(e,t,n,s,i){const r=[];const a=eB(e,t,s,e=>r.push(e));const c=eW(n.env,a);const d={PW_WORKFLOW_STEP_CURRENT_RETRY:String(i.attempt),PW_WORKFLOW_STEP_MAX_RETRIES:String(i.attempts-1)};const u=(0,o.u)(e.logs,t.id,`step_${n.index}`);const l={...e.world.env,PW_JOB_DIR:e.directory,JOB_DIR:e.directory,OUTPUTS:(0,o.u)(u,"outputs"),PW_CHECK_STEP:[...e.above,t.id,n.index].join("/"),...n.retry!==undefined&&d,...t.job.matrix!==undefined&&{PW_MATRIX_INDEX:t.id.slice(t.id.lastIndexOf("-")+1)}};const f={...l,...eK(a.roots["env"]),...c,PW_API_KEY:l["PW_API_KEY"]??""};const p={...a,roots:{...a.roots,env:{...eV(a.roots["env"]),...n.retry!==undefined&&d}}};const h=n.workingDirectory??t.job.workingDirectory;const m=h===undefined?"":(0,eg.BB)(h,p).text.trim();const $=eU(m,{...f,PWD:e.directory});if($===undefined){e.world.note({what:`working-directory "${m}"`,how:"skipped",why:"only variables and ~ are expanded; the step runs in the job directory"})}const b=$===undefined||$===""?e.directory:(0,o.u)(e.directory,$);return{contexts:p,env:f,cwd:b,logs:u,missing:r}}const eK=e=>Object.fromEntries(Object.entries(eV(e)).map(([e,t])=>[e,String(t)]));function eF(e,t,n,s){if(n.host==="workspace")return undefined;const o=n.host??t.job.host;const i=o===undefined?undefined:(0,eg.Vk)(o,s.contexts);const r=i===undefined?"":(0,ey.AI)(i).trim();return e.world.hosts.includes(r)?undefined:r};function eJ(e,t,n){const s=new AbortController;void e.world.ports.clock.sleep(t,s.signal).then(()=>{if(!s.signal.aborted)n.abort()});return s}function eX(e,t,n){if(e===undefined)return n;return(0,s.p)((0,ey.AI)((0,eg.Vk)(e,t)))??n};const eY=2e4;async function eQ(e,t,n,s){for(const r of[...n].reverse()){const n=t.job.steps.find(e=>e.index===r);if(n?.cleanup===undefined)continue;const a=ez(e,t,n,s,{attempt:0,attempts:1,last:true,counts:false,clean:false,timeout:new AbortController});const c=new AbortController;const d=eJ(e,eY,c);await i(e.world,{filled:(0,eg.BB)(n.cleanup,a.contexts),shell:"bash",cwd:a.cwd,env:a.env,logs:(0,o.u)(a.logs,"cleanup"),name:"script-unstable.sh",signal:c.signal,graceMs:eI});d.abort()}};const eZ=e=>e===undefined?"":(0,ey.AI)(e).trim();function e0(e,t){const{files:n}=e.ports;const s=t["path"]===undefined?"":eZ(t["path"]);const i=(0,o.u)(e.jobDirectory,s);if((0,o.B)(e.home,i)===undefined)return`checkout path "${s}" leads out of the job directory`;const r=t["sparse_checkout"];const a=r!==undefined&&(0,ey.Lv)(r)?r.map(eZ).filter(e=>e!==""):[];const c=e1(e,eZ(t["repo"]),a);if(c!==undefined){e.note({what:`checkout of ${c}`,how:"skipped",why:'it is another repository; provide its files with "run.before"'});return undefined}const{missing:d}=n.copyRepository({from:e.options.root,to:i,only:a.map(e=>e.replace(/^\/+|\/+$/g,""))});for(const t of d){e.note({what:`sparse_checkout "${t}"`,how:"skipped",why:"there is no such path in the working tree"})}return undefined}function e1(e,t,n){const s=/([^/:]+\/[^/:]+?)(?:\.git)?\/*$/.exec(t)?.[1];const i=e.plan.repository;const r=e=>e.toLowerCase().split("/").at(-1)??"";if(s===undefined||i===undefined||r(s)===r(i))return undefined;const a=n.some(t=>e.ports.files.kindOf((0,o.u)(e.options.root,t.replace(/^\/+/,"")))!=="missing");return a?undefined:s}function e2(e,t,n){const s=eZ(t["name"]);if(s===""||s==="undefined")return"update-session was given no session name";if(eZ(t["type"])==="link"){const n=eZ(t["url"]);if(n===""||n==="undefined")return'update-session of a link was given no "url"';e.world.note({what:`session ${s}`,how:"skipped",why:`a link is not opened: ${n}`});return undefined}e.sinks.sessionUpdated({session:s,host:eZ(t["remoteHost"]),port:eZ(t["remotePort"]),slug:eZ(t["slug"]),slugAt:n.slug,at:n.step,atMs:e.world.elapsed()});return undefined}function e3(e,t){const{jobs:n}=t;const s=e5(e.world,t);if(s!==undefined){e.world.note({what:`cancel-jobs of ${s}`,how:"skipped",why:"there is no other run here"});return}const o=n===undefined?undefined:(0,ey.Lv)(n)?n.map(eZ):[eZ(n)];for(const t of e.jobs.values()){if(o===undefined||o.includes(t.job.id))t.stop.abort()}}function e5(e,t){const n=eZ(t["slug"]);if(n!=="")return n===e.slug?undefined:`run ${n}`;const s=eZ(t["workflow"]);const o=eZ(t["run"]);if(s===""&&o==="")return undefined;const i=(s===""||s===e.plan.name)&&(o===""||Number(o)===Number(e.jobNumber));return i?undefined:`run ${o} of ${s===""?e.plan.name:s}`};async function e6(e,t,n,s,i,r,a,c,d){const u=(0,o.u)(e.directory,"subworkflows",t.id,`step_${n.index}`);if(e.world.over.aborted)return"cancelled";const l=s.missing(i);if(l.length>0)return d(`step "${n.name}": missing required fields: ${l.join(", ")}`);e.world.ports.files.makeDirectory(u);const f=s.fill(i);const p=s.runsService?e4(e,t,n,f,r,u):e.service;if(s.runsService&&p!==undefined)e.sinks.serviceStarted(p);const h=await e.call({world:e.world,workflow:s.workflow,inputs:f,directory:u,logs:(0,o.u)(u,"logs"),above:[...e.above,t.id],service:p,sinks:c.counts?e.sinks:{...e.sinks,failed(){}},signal:a});if(c.timeout.signal.aborted)return d(`step "${n.name}" did not end in time`);if(a.aborted)return"cancelled";return[...h.values()].some(e=>e.outcome==="failed")?"failed":"passed"}function e4(e,t,n,s,i,r){const a={...e.world.env,PWD:r};const c=eU((0,ey.AI)(s["rundir"]??""),a)??r;const d=s["use_existing_script"]===true||s["use_existing_script"]==="true"?s["script_path"]:undefined;const u=d===undefined?undefined:eU((0,ey.AI)(d),{...i.env,PWD:c});return{job:e.above[0]??t.id,directory:(0,o.u)(r,c),source:u===undefined?undefined:(0,o.u)(r,c,u),injectsMarkers:s["inject_markers"]===true||s["inject_markers"]==="true",at:n.at}};const e9=2e3;async function e8(e,t,n){const{service:s,world:i}=e;if(s===undefined)return;const r=[...e.jobs.values()].filter(e=>e!==t);const a=(0,o.u)(s.directory,"CANCEL_STREAMING");let c;const d=(0,o.u)(s.directory,`run.${i.slug}.out`);const u=(0,o.u)(s.directory,"job.ended");let l=0;for(;;){if(i.ports.files.kindOf(u)!=="missing")c??=i.elapsed();const o=r.every(e=>e.endedMs>0);const f=c!==undefined&&i.elapsed()-c>=e9;const p=n.aborted||o||f||i.ports.files.kindOf(a)!=="missing";const h=i.ports.files.readFrom(d,l,65536);l=h.next;if(h.text!==""){i.emit({type:"output",job:s.job,lines:G(h.text,50),dropped:Math.max(0,h.text.split("\n").length-51)})}if(p){i.ports.files.remove(a);if(o&&r.some(e=>e.outcome==="failed")&&e7(e,d)){i.note({what:`job "${t.id}" of ${e.workflow.name}`,how:"stand-in",why:"it ended with the others here; on the platform it waits for ever for an output that nobody writes"})}return}await i.ports.clock.sleep(100,n)}}const e7=(e,t)=>e.world.ports.files.kindOf(t)==="missing";async function te(e,t,n,s){const o=n.earlyCancel?[e.anyFailed.signal]:[];const i=AbortSignal.any([s.signal,...o]);const r=e.above.length===0?n.name:`${e.above.slice(1).concat(t.id,n.name).join(" / ")}`;e.world.emit({type:"step",job:e.above[0]??t.id,step:r,state:"started"});const a=eB(e,t,s.state);const c=1+ts(n.retry?.maxRetries,a,0);const d=n.retry!==undefined&&(0,ey.zz)((0,eg.Vk)(n.retry.cleanOnRetry,a));const u=n.ignoreErrors!==undefined&&(0,ey.zz)((0,eg.Vk)(n.ignoreErrors,a));let l="passed";for(let o=0;o<c;o++){const r=tn(n,a);const f=new AbortController;const p=r===undefined?undefined:eJ(e,r,f);const h=AbortSignal.any([i,f.signal]);const m=o+1>=c;l=await to(e,t,n,{state:s.state,signal:h},{attempt:o,attempts:c,last:m,counts:m&&!u,clean:d,timeout:f});p?.abort();if(l!=="failed"||m)break;await e.world.ports.clock.sleep(eX(n.retry?.interval,a,5e3),i);if(i.aborted)l="cancelled";if(l==="cancelled")break;if(d)tt(e,t,n)}e.world.emit({type:"step",job:e.above[0]??t.id,step:r,state:"ended"});if(l==="failed"&&u)return"passed";return l}function tt(e,t,n){const{files:s}=e.world.ports;s.remove((0,o.u)(e.logs,t.id,`step_${n.index}`));s.remove((0,o.u)(e.directory,"subworkflows",t.id,`step_${n.index}`))}function tn(e,t){const n=e.timeout===undefined?undefined:eX(e.timeout,t,Number.MAX_SAFE_INTEGER);const s=e.retry===undefined?undefined:eX(e.retry.timeout,t,3e4);return n===undefined?s:Math.min(n,s??n)}function ts(e,t,n){if(e===undefined)return n;const s=Number((0,eg.Vk)(e,t));return Number.isInteger(s)&&s>=0?Math.min(s,1e3):n}async function to(e,t,n,s,o){const i=ez(e,t,n,s.state,o);const r=ti(e,t,n,o);const a=(e,t={})=>{if(o.counts)r(e,t);return"failed"};const c=eF(e,t,n,i);if(c!==undefined)return a(`host "${c}" is not part of a local run`,{unsupported:`the host "${c}"`});const{action:d}=n;switch(d.kind){case"script":return eT(e,t,n,d,i,s.signal,o,a);case"stream-output":await e8(e,t,s.signal);return"passed";case"checkout":{const t=e0(e.world,eV((0,eg.Vk)(d.with,i.contexts)));return t===undefined?"passed":a(t)}case"update-session":{const t=e2(e,eV((0,eg.Vk)(d.with,i.contexts)),{step:n.at,slug:(0,eg.E0)(d.with,"slug")});return t===undefined?"passed":a(t)}case"cancel-jobs":e3(e,eV((0,eg.Vk)(d.with,i.contexts)));return s.signal.aborted?"cancelled":"passed";case"subworkflow":return e6(e,t,n,d.call,eV((0,eg.Vk)(d.with,i.contexts)),i,s.signal,o,a);case"stand-in":return"passed";case"refused":return a(`"${d.uses}" cannot be run here: ${d.why}`,{unsupported:`"${d.uses}"`})}}function ti(e,t,n,s){return(o,i={})=>{e.sinks.failed({jobs:[...e.above,t.id],step:n.name,atMs:e.world.elapsed(),message:s.attempts>1?`${o} (attempt ${s.attempt+1} of ${s.attempts})`:o,at:i.at??n.at,log:i.log??[],status:i.status,unsupported:i.unsupported,service:tr(e,t,n)})}}function tr(e,t,n){if(e.service===undefined)return"no";const s=t.id==="slurm_job"||t.id==="pbs_job";return n.id===eA.Sj&&(!s||t.outputs["jobid"]!==undefined)?"script":"action"};async function ta(e,t){t.outcome="running";t.startedMs=e.world.elapsed();if(e.above.length===0)e.sinks.jobChanged(t);const n=new AbortController;const s=AbortSignal.any([e.signal,t.stop.signal,n.signal]);const o={completed:true,error:false,canceled:false};const i=eX(t.job.timeout,eB(e,t,o),undefined);const r=i===undefined?undefined:eJ(e,i,n);const a=[];let c=false;let d=false;const u=()=>({completed:!c&&!d,error:c,canceled:d});for(const n of t.job.steps){if(s.aborted){d=true;a.push(n.index);continue}const o=u();if(!ej(n.condition,eB(e,t,o),o.completed))continue;a.push(n.index);const i=await te(e,t,n,{state:o,signal:s});if(i==="failed")c=true;if(i==="cancelled")d=true}r?.abort();if(n.signal.aborted){c=true;td(e,t,`it did not end within its timeout of ${(i??0)/1e3} s`,t.job.at)}await eQ(e,t,a,u());if(tc(e,t,u()))c=true;t.outcome=c?"failed":d?"cancelled":"passed"}function tc(e,t,n){let s=false;for(const o of t.job.outputs){const i=[];const r=eB(e,t,n,e=>i.push(e));Object.assign(t.outputs,eW([o],r));const a=i.find(e=>/^(?:needs|steps)\./.test(e));if(a===undefined||!n.completed)continue;s=true;td(e,t,`output "${o.name}" reads "${a}", which nobody has written`,o.span)}return s}function td(e,t,n,s){e.sinks.failed({jobs:[...e.above,t.id],step:"",atMs:e.world.elapsed(),message:n,at:s,log:[],service:"no"})};async function tu(e){const t={roots:{inputs:e.inputs}};const n=new AbortController;const s={...e,signal:AbortSignal.any([e.signal,n.signal]),jobs:new Map,anyFailed:new AbortController,call:tu};const{timeout:o}=e.workflow;const i=eX(o,t,undefined);const r=i===undefined?undefined:eJ(s,i,n);const a=new Map;for(const n of e.workflow.jobs){const e=tf(n,tl(n,t));const o=e.matrix===undefined?[{id:e.id,value:undefined}]:eN(s,e);const i=eE(e,o,t);for(const e of i.states)s.jobs.set(e.id,e);a.set(e.id,i)}const c=[...a.values()].flatMap(e=>e.states.map(t=>th(s,t,e,a)));await Promise.all(c);r?.abort();if(n.signal.aborted)tp(s,i??0);return s.jobs}const tl=(e,t)=>e.computedNeeds===undefined?undefined:(0,eg.Vk)(e.computedNeeds,t);function tf(e,t){if(t===undefined)return e;const n=((0,ey.Lv)(t)?t:[t]).map(e=>e===undefined?"":(0,ey.AI)(e).trim()).filter(t=>t!==""&&!e.needs.some(e=>e.job===t));const s=n.map(e=>({job:e.replace(/:any$/,""),any:e.endsWith(":any")}));return{...e,needs:[...e.needs,...s]}}function tp(e,t){const{workflow:n,world:s}=e;e.sinks.failed({jobs:e.above,step:"",atMs:s.elapsed(),message:`the workflow did not end within its timeout of ${t/1e3} s`,at:n.timeoutAt??s.plan.at,log:[],service:"no"})}async function th(e,t,n,s){const o=await tm(e,t,s);const i=await n.enter(AbortSignal.any([e.signal,t.stop.signal]));const r=t$(o);const a=ej(t.job.condition,eB(e,t,r),r.completed);const c=e.signal.aborted||t.stop.signal.aborted;if(!a||c&&t.job.condition===undefined){t.outcome=c?"cancelled":"skipped";if(!r.completed)t.blocked=true}else{await ta(e,t)}i();t.endedMs=e.world.elapsed();if(t.outcome==="failed"){e.anyFailed.abort();n.failed(t)}if(e.above.length===0)e.sinks.jobChanged(t);t.end()}async function tm(e,t,n){const s=t=>{const s=e.jobs.get(t);return n.get(t)?.states??(s&&[s])};const o=t.job.needs.map(async({job:e,any:t})=>{const n=s(e)??[];if(t&&n.length>0){await Promise.race(n.map(e=>e.ended));return n.filter(e=>e.endedMs>0)}await Promise.all(n.map(e=>e.ended));return n});const i=(await Promise.all(o)).flat();const r=t.job.needs.some(({job:e})=>s(e)===undefined);if(r&&!e.signal.aborted)await new Promise(t=>e.signal.addEventListener("abort",()=>t(),{once:true}));return i}function t$(e){const t=e.some(e=>e.outcome==="failed"||e.outcome==="skipped"&&e.blocked);const n=e.some(e=>e.outcome==="cancelled");return{completed:!t&&!n,error:t,canceled:n}};function tb(e,t,n,s){let i=false;const r=tu({world:e,workflow:e.plan.workflow,inputs:e.plan.inputs,directory:e.jobDirectory,logs:(0,o.u)(e.jobDirectory,"logs"),above:[],service:undefined,signal:s,sinks:{failed(e){if(t.failure===undefined||e.service==="script")t.failure=e;t.changed()},serviceStarted(e){t.service??=e},serviceEnded:()=>t.changed(),sessionUpdated(s){n.sessionAt(s);t.session=s;t.sessionUpdated();e.ports.files.write((0,o.u)(e.commands,"sessions.txt"),`${s.session}	running
`)},jobChanged(n){t.jobs.set(n.id,n);const{outcome:s}=n;if(s!=="waiting"){e.emit({type:"job",job:n.id,state:s==="running"?"started":s})}t.changed()}}}).then(()=>{i=true;t.changed()});return{finished:r,over:()=>i}}var tw=n(34);const tg=e=>`'${e.replaceAll("'","'\\''")}'`;function ty(e){return{pw:tS(e),ssh:t_(e),scp:tE(e),pkill:tN(e)}}const tk="#!/bin/bash\necho localhost\n";const tv=`if command -v perl > /dev/null; then
      perl -MSocket -e 'socket(S, PF_INET, SOCK_STREAM, 0) && bind(S, sockaddr_in(0, INADDR_ANY)) or exit 1; print +(sockaddr_in(getsockname(S)))[0], "\\n"'
    else
      while port=$((20000 + RANDOM % 12000)); (: < "/dev/tcp/127.0.0.1/$port") 2> /dev/null; do :; done
      echo "$port"
    fi`;function tS(e){return`#!/bin/bash
unset BASH_ENV
case "$\{1-} $\{2-}" in
  'agent open-port')
    ${tv}
    ;;
  'workflows runs')
    if [ "$\{3-}" = cancel ]; then
      shift 3
      while [[ "$\{1-}" == -* ]]; do shift; done
      echo "cancel $\{1-}" >> ${tg(e.requests)}
      exit 0
    fi
    ;;&
  'sessions ls' | 'session ls')
    cat ${tg(`${e.directory}/sessions.txt`)} 2> /dev/null || :
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
    printf '%s\\t%s\\n' "$name" "$PORT" >> ${tg(`${e.directory}/endpoints.txt`)}
    words=()
    for word in "$@"; do
      word=$\{word//'{port}'/$PORT}
      word=$\{word//'{host}'/localhost}
      words+=("$\{word//'{path}'//}")
    done
    exec "$\{words[@]}"
    ;;
  'endpoints http' | 'endpoint http' | 'endpoints https' | 'endpoint https')
    printf 'endpoint\\t%s\\n' "$\{3-}" >> ${tg(`${e.directory}/endpoints.txt`)}
    while :; do sleep 3600; done
    ;;
  'endpoints list' | 'endpoint list' | 'endpoints ls' | 'endpoint ls')
    cat ${tg(`${e.directory}/endpoints.txt`)} 2> /dev/null || :
    ;;
  'endpoints delete' | 'endpoint delete')
    touch ${tg(`${e.directory}/endpoints.txt`)}
    sed -i "/^$\{3-}\\t/d" ${tg(`${e.directory}/endpoints.txt`)}
    ;;
  'cluster ls' | 'clusters ls')
    printf 'NAME\\tSTATUS\\nlocal\\tactive\\n'
    ;;
  'ssh '*)
    shift
    words=()
    for word in "$@"; do
      case "$word" in ${e.resources.map(tg).join(" | ")}) word=localhost ;; esac
      words+=("$word")
    done
    exec ${tg(`${e.directory}/ssh`)} "$\{words[@]}"
    ;;
  *)
    echo "refused pw $\{1-} $\{2-}" >> ${tg(e.requests)}
    echo "pw $*: this command is not emulated in a local run" >&2
    exit 1
    ;;
esac
`}const tj=e=>e.hosts.map(tg).join(" | ");function t_(e){return`#!/bin/bash
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
  ${tj(e)}) ;;
  *)
    echo "refused ssh $host" >> ${tg(e.requests)}
    echo "ssh: host '$host' does not exist in a local run" >&2
    exit 255
    ;;
esac
[ $# -gt 0 ] || exit 0
cd "$HOME" || exit 255
export BASH_ENV=${tg(`${e.directory}/trace.sh`)}
exec bash -c "$*"
`}function tE(e){return`#!/bin/bash
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
      ${tj(e)}) ;;
      *)
        echo "refused scp $host" >> ${tg(e.requests)}
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
`}function tN(e){return`#!/bin/bash
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
  [[ " $\{words[*]} " == *${tg(` PW_CHECK_RUN=${e.marker} `)}* ]] || continue
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
`};const tO=e=>`'${e.replaceAll("'","'\\''")}'`;const tM=e=>`id=1
mkdir -p ${tO(e.spool)}
until mkdir ${tO(e.spool)}/"$id" 2> /dev/null; do id=$((id + 1)); done
job=${tO(e.spool)}/$id
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
`;const tx=(e,t)=>e.refusal===undefined?"":`echo "${t}: error: "${tO(e.refusal)} >&2
exit 1
`;function tA(e){const t=tO(e.spool);return{sbatch:`#!/bin/bash
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
${tx(e,"sbatch")}${tM(e)}[ -z "$held" ] || : > "$job/held"
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
  [ "$letter" = PD ] || { node=${tO(e.node)}; where=$node; }
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
printf 'PARTITION AVAIL  TIMELIMIT  NODES  STATE NODELIST\\nmain*        up   infinite      1   idle %s\\n' ${tO(e.node)}
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
`}}function tI(e){const t=tO(e.spool);return{qsub:`#!/bin/bash
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
${tx(e,"qsub")}${tM(e)}[ -z "$held" ] || : > "$job/held"
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
`}};const tP=`if [ -n "$\{PW_CHECK_PROCESSES-}" ]; then
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
`;const tT="00001";async function tR(e,t,n,s){const{files:i,machine:r}=t;const a=i.makeRunDirectory(s.marker);const c=(0,o.u)(a,"home");const d=(0,o.u)(a,"bin");const u=(0,o.u)(a,"trace");const l=(0,o.u)(c,"pw/jobs",e.name,tT);const f=e.mode==="controller"?undefined:await t.schedulers.state(e.mode);i.makeDirectory((0,o.u)(a,"tmp"));i.makeDirectory(l);const p=[...new Set(["","localhost","127.0.0.1",e.resource.ip,r.hostname,"workspace"])];const h={directory:d,requests:$(a),marker:s.marker,hosts:p,resources:[e.resource.name,`${e.resource.namespace}/${e.resource.name}`,e.resource.uri]};for(const[e,t]of Object.entries(ty(h))){i.write((0,o.u)(d,e),t,493)}for(const[n,s]of Object.entries(tB(e,t,a,f))){i.write((0,o.u)(d,n),s,493)}for(const[t,n]of Object.entries(e.stubs)){if(!/^[\w.+-]+$/.test(t)||r.find(t)!==undefined)continue;i.write((0,o.u)(d,t),n.startsWith("#!")?n:`#!/bin/bash
${n}
`,493);s.note({what:t,how:"stand-in",why:"it is not installed; the configuration has a stub for it"})}i.write((0,o.u)(c,"pw/pw"),ty(h)["pw"]??"",493);i.write((0,o.u)(d,"trace.sh"),tP);const m=await t.network.resolve(r.hostname);const b=e=>e.startsWith("127.")||r.addresses.includes(e);if(!m.some(b)){i.write((0,o.u)(d,"hostname"),tk,493);const e=m.length===0?"does not resolve":`resolves to ${m.join(", ")}, which is another machine`;s.note({what:"hostname",how:"emulated",why:`the name of this machine, ${r.hostname}, ${e}; scripts get localhost`})}if(f!==undefined)s.note(tL(e.mode,f));i.write((0,o.u)(l,"inputs.sh"),tq(e));const w=`${e.name}-${tT}`;return{plan:e,ports:t,options:n,scope:await t.processes.open({directory:a,marker:s.marker}),marker:s.marker,directory:a,home:c,jobDirectory:l,commands:d,trace:u,jobNumber:tT,slug:w,hosts:p,emulatesScheduler:tD(f),filesBefore:new Set(["pw/pw"]),env:{...r.passedOn,LANG:r.passedOn["LANG"]??"C.UTF-8",PATH:[d,...r.programPath].join(":"),HOME:c,USER:r.user,LOGNAME:r.user,SHELL:"/bin/bash",TMPDIR:(0,o.u)(a,"tmp"),PW_USER:e.resource.user,PW_PLATFORM_HOST:"activate.localhost",PW_API_KEY:"a-local-run-has-no-key",PW_WORKFLOW_NAME:e.name,PW_JOB_NUMBER:tT,PW_JOB_NUM:tT,PW_RUN_ID:w,PW_RUN_SLUG:w,PW_JOB_ID:w,PW_PARENT_JOB_DIR:l,...tV(e),...e.extraEnv,BASH_ENV:(0,o.u)(d,"trace.sh"),PW_CHECK_TRACE:u,...f?.kind==="answers"&&{PW_CHECK_PROCESSES:(0,o.u)(a,"processes")},PW_CHECK_RUN:s.marker},over:s.over,elapsed:s.elapsed,emit:s.emit,note:s.note}}const tC=e=>(0,o.u)(e,"spool");const tD=e=>e!==undefined&&e.kind!=="answers";function tL(e,t){switch(t.kind){case"answers":return{what:e,how:"ran",...t.flavour!==undefined&&{why:t.flavour}};case"missing":return{what:e,how:"emulated",why:"it is not installed on this machine"};case"silent":return{what:e,how:"emulated",why:`it is installed, but cannot be used: ${t.why}`};default:return(0,tw.x)(t)}}const tH=e=>(0,o.u)(e,"batch-jobs");function tU(e,t,n){const s=e==="slurm"?"sbatch":"qsub";const i=tW(t.machine.find(s)??s);return{[s]:`#!/bin/bash
unset BASH_ENV
export BASH_ENV=${tW((0,o.u)(n,"bin/trace.sh"))}
answer=$(${i} "$@")
status=$?
[ -z "$answer" ] || printf '%s\\n' "$answer"
number=$\{answer##*job }
number=$\{number%%[!0-9]*}
[ -z "$number" ] || echo "${e} $number" >> ${tW(tH(n))}
exit $status
`}}function tB(e,t,n,s){if(e.mode==="controller")return{};if(!tD(s))return tU(e.mode,t,n);const o={spool:tC(n),node:t.machine.hostname,refusal:e.scheduler.refusal};return e.mode==="slurm"?tA(o):tI(o)}const tW=e=>`'${e.replaceAll("'","'\\''")}'`;const tG=e=>e.replace(/[^A-Za-z0-9_]/g,"_").replace(/^(?=\d)/,"_");function tq(e){return e.passed.map(({name:e,value:t})=>`export ${tG(e)}=${tW(t)}
`).join("")}function tV(e){return Object.fromEntries(e.passed.map(({name:e,value:t})=>[`PW_INPUT_${tG(e).toUpperCase()}`,t]))};const tz=3;const tK=20;function tF(e,t,n){if(t.cause!=="not-listening")return t;const s=n.slice(0,tK).flatMap(t=>{const n=e.scope.ownerOf(t);if(n?.inScope!==true)return[];const s=n.command.split(" ")[0]??n.command;return[`${t.address}:${t.port} (${s.slice(s.lastIndexOf("/")+1)})`]});if(s.length===0){const e="the service must listen on the port that it writes to SESSION_PORT; see what it prints";return{...t,help:e}}const o=[...new Set(s)].slice(0,tz).join(", ");return{...t,message:`${t.message}; the job listens on ${o}`,help:"give the service the port that is written to SESSION_PORT"}};const tJ=10;const tX={builtIn:150,afterKill:500};const tY=2e5;async function tQ(e,t){if(t===undefined)return undefined;const n=e.scope.members();const s=n.find(e=>/(?:^|[\s/])(?:run\.sh|slurm_script|\S+\.SC)(?:\s|$)/.test(e.command));if(s===undefined)return undefined;const o=n.filter(e=>e.parent===s.pid).at(-1);e.scope.signal(s.pid,"SIGURG");let i=await t0(e,s.pid,tX.builtIn);if(i===undefined&&o!==undefined){e.scope.signal(o.pid,"SIGKILL");i=await t0(e,s.pid,tX.afterKill)}if(i===undefined)return o&&tZ(e,t,o);const r=e.ports.files.read(i.file,5e6)??"";const a=E(r,i.command,i.functionName);const c=i.inProgram?t.source:undefined;const d=a===undefined?undefined:L(e,i.file,a,c);return{command:i.command,at:d??(o&&X(e,t,o.command))}}const tZ=(e,t,n)=>({command:n.command,at:X(e,t,n.command)});async function t0(e,t,n){const{clock:s,files:o}=e.ports;const i=s.now()+n;for(;;){const n=o.readEnd(e.trace,tY)??"";const r=N(n).findLast(e=>e.script===t);if(r!==undefined||s.now()>=i)return r;await s.sleep(tJ)}};async function t1(e,t,n){const s=tF(e,n.problem(),n.opened());const o=Math.round(e.plan.limits.startMs/1e3);const{service:i}=t;const{content:r}=n.coordination;const a=r("job.started")===undefined&&r("SESSION_PORT")===undefined;const c=a||s.cause==="marker-missing"?await tQ(e,i):undefined;if(a){const t=c===undefined?"the service's script did not get as far as job.started":`"${c.command}" was still running`;return{cause:"timeout",message:`${t} after ${o} s`,at:c?.at??V(e,i)}}const d=(n.service()?.listening??[]).flatMap(e=>e.command??[]);const u=c?.at===undefined?"":`: "${c.command}" was still running`;return{...s,message:`${t2(s.message,o)}${u}`,at:c?.at??Z(e,i,s,d)}}function t2(e,t){const[n=e,...s]=e.split("; ");return[`${n} within ${t} s`,...s].join("; ")};async function t3(e,t,n,s,o){const{plan:i}=e;const r=i.sessions.some(e=>e.kind==="tunnel");let a;void n.ended.then(n=>{a=n;if(n.kind==="ready")e.emit({type:"ready",readyMs:Math.round(n.readyMs)});t.changed()});for(;;){const c=new Promise(e=>{t.changed=e});if(o.aborted)return{skipped:"interrupted"};const d=t4(e,t,n,a,s.over());if(d!==undefined&&(r||s.over()))return{failure:d};const u=a?.kind==="ready"?a.readyMs:undefined;if(u!==undefined&&t9(i,t,n.step()))return{};if(!r&&s.over())return{};const l=u===undefined?i.limits.startMs:u+i.limits.stableMs+i.limits.waitMs;const f=l-e.elapsed();if(f<=0)return u===undefined?{failure:d??await t1(e,t,n)}:{};const p=new AbortController;await Promise.race([c,e.ports.clock.sleep(Math.min(f,200),AbortSignal.any([o,p.signal]))]);p.abort()}}const t5=3e3;function t6(e,t){if(e?.service==="script")return{status:e.status};return e?.service==="action"?undefined:t?.ended}function t4(e,t,n,s,o){const{failure:i,service:r}=t;const a=(n.service()?.listening??[]).flatMap(e=>e.command??[]);const c=t=>({...tF(e,t,n.opened()),at:Z(e,r,t,a)});const d=t=>({cause:"unstable",message:`the service went away within ${e.plan.limits.stableMs} ms after it was ready: ${t}`,at:Z(e,r,{cause:"unstable",message:t},a)});if(s?.kind==="unstable")return d(s.problem.message);if(s?.kind==="ready")return i===undefined||i.service==="script"?undefined:ef(i);const u=t6(i,r);if(r!==undefined&&u!==undefined){const t=i===undefined&&e.scope.members().some(e=>e.step?.startsWith(`${r.job}/`)===true);if(!t){if(n.readySince()===undefined)return ed(e,r,u.status,n.problem());return d(`${q(e,r)} ended with status ${u.status??"unknown"}`)}}if(i!==undefined){if(i.jobs[0]===e.plan.waitJob&&r!==undefined&&n.coordination.content("job.ended")!==undefined){if(e.elapsed()-i.atMs<t5)return undefined}const t=n.problem();const s=i.jobs[0]===e.plan.waitJob&&i.unsupported===undefined;if(s&&i.at.file!==undefined&&t.cause!=="marker-missing")return c(t);return ef(i)}if(s?.kind==="hopeless")return c(s.problem);if(o&&e.plan.sessions.some(e=>e.kind==="tunnel"))return c(n.problem());return undefined}function t9(e,t,n){const s=new Set([t.service?.job,n?.split("/")[0]]);let o=true;while(o){o=false;for(const t of e.workflow.jobs){if(!s.has(t.id)&&t.needs.some(e=>s.has(e.job))){s.add(t.id);o=true}}}return e.workflow.jobs.filter(e=>!s.has(e.id)).every(e=>[...t.jobs.values()].some(t=>t.job.id===e.id&&t.outcome!=="running"))};const t8=1500;const t7=20;const ne=50;const nt=5e3;async function nn(e,t,n){const{clock:s}=e.ports;const o=s.now();let i=e.scope.members();let r=no(i,t);while(i.length>0){const n=r||e.plan.mode!=="controller"&&!e.emulatesScheduler;const a=n?e.plan.limits.stopMs:t8;if(s.now()-o>=a)break;await s.sleep(t7);i=e.scope.members();r=no(i,t)}const a=new Set(i.map(e=>e.pid));const c=i.length===0?[]:e.scope.listeners().filter(t=>a.has(e.scope.ownerOf(t)?.pid??-1));const d=[...await ns(e),...n];return{processes:i,script:r,leftovers:[...d.map(e=>({kind:"batch-job",id:e})),...i.map(e=>({kind:"process",pid:e.pid,command:e.command})),...c.map(e=>({kind:"port",port:e.port,address:e.address})),...ni(e)]}}async function ns(e){const{files:t}=e.ports;const n=t.read(tH(e.directory),1e5)??"";const s=[...n.matchAll(/^(?:slurm|pbs) (\d+)$/gm)].map(e=>e[1]??"");if(s.length===0)return[];const r=e.plan.mode==="slurm";const a=r?'[ -n "$(squeue --noheader --states=PD,R --jobs="$id" 2> /dev/null)" ]':'state=$(qstat -f "$id" 2> /dev/null | sed -n "s/^ *job_state = *//p"); [ -n "$state" ] && [[ "$state" != [CEF] ]]';const c=`for id in ${s.join(" ")}; do
  if ${a}; then echo "left $id"; ${r?"scancel":"qdel"} "$id"; fi
done
`;const d=await i(e,{filled:{text:c,spanOfLine:()=>e.plan.at},shell:"bash",cwd:e.directory,env:e.env,logs:(0,o.u)(e.directory,"queue"),name:"look.sh",signal:new AbortController().signal,graceMs:t8});const u=t.read(d.output,1e5)??"";return[...u.matchAll(/^left (\d+)$/gm)].map(e=>e[1]??"")}const no=(e,t)=>t!==undefined&&e.some(e=>/(?:^|[\s/])run\.sh(?:\s|$)/.test(e.command)&&e.step?.startsWith(`${t.job}/`)===true);function ni(e){const{files:t}=e.ports;return t.listDeep(e.home,nt).filter(t=>!e.filesBefore.has(t)&&!(0,o.u)(e.home,t).startsWith(`${e.jobDirectory}/`)).slice(0,ne).map(e=>({kind:"file",path:`~/${e}`}))};const nr=1e3;const na=60;async function nc(e,t){const{before:n,limits:s}=e.plan;if(n===undefined)return undefined;const r=new AbortController;void e.ports.clock.sleep(s.startMs,r.signal).then(()=>r.abort());const a=await i(e,{filled:{text:n,spanOfLine:()=>e.plan.at},shell:"bash",cwd:e.jobDirectory,env:{...e.env,PW_CHECK_REPOSITORY:e.options.root},logs:(0,o.u)(e.directory,"before"),name:"before.sh",signal:AbortSignal.any([t,r.signal]),graceMs:nr});r.abort();if(a.status===0){for(const t of e.ports.files.listDeep(e.home,nt))e.filesBefore.add(t);return undefined}const c=G(e.ports.files.readEnd(a.output,65536)??"",na);const d={observations:[],coordination:[],jobs:[],leftovers:[],log:c};if(t.aborted)return{...d,outcome:"skipped",skipped:"interrupted"};const u=c.findLast(e=>e.trim()!=="");const l=`"before" of the configuration ended with status ${a.status}${u===undefined?"":`: ${u}`}`;return{...d,outcome:"failed",failure:{cause:"step-failed",message:l,at:e.plan.at}}};const nd=e=>(e?.jobs()??[]).filter(e=>e.state==="PENDING"||e.state==="RUNNING").map(e=>e.id);function nu(e,t,n){const{service:s}=t;const{processes:o}=n;const i=V(e,s);if(o.length===0){const e=n.leftovers.flatMap(e=>e.kind==="batch-job"?[e.id]:[]);if(e.length===0)return[];const t=`batch job ${e.join(", ")} was still in the queue after the run was cancelled`;return[{cause:"left-processes",message:t,at:i,help:"cancel it in the clean-up of the step that submitted it"}]}if(n.script){return[{cause:"not-stopped",message:`${q(e,s)} was still running ${e.plan.limits.stopMs/1e3} s after it was cancelled`,at:Q(e,s)??i,help:"let the trap on TERM end the script"}]}const r=o.slice(0,3).map(e=>`"${e.command}"`).join(", ");const a=o.length>3?` and ${o.length-3} more`:"";const c=o.flatMap(t=>X(e,s,t.command)??[]);const d=n.leftovers.find(e=>e.kind==="port");return[{cause:d===undefined?"left-processes":"left-port",message:`${r}${a} outlived the job after it was cancelled${d===undefined?"":` and still listens on port ${d.port}`}`,at:c[0]??i,help:"end it in a trap (trap \u2026 EXIT) or in cancel.sh"}]}const nl=1500;function nf(e,t,n,s){const{events:o}=n.coordination;const i=o.find(e=>e.file==="job.started");const r=o.find(e=>e.file==="SESSION_PORT");if(i===undefined||r===undefined||s===undefined||s.said==="ready")return[];const a=r.atMs-i.atMs;if(a<nl)return[];const c=i.by==="job_runner"?"job_runner wrote job.started (inject_markers)":"job.started was written";return[{cause:"marker-order",message:`${c} ${(a/1e3).toFixed(1)} s before SESSION_PORT, and job "${s.job}" did not get over it`,at:J(e,t.service,"SESSION_PORT")??V(e,t.service),help:i.by==="job_runner"?'set "inject_markers: false" and write the markers in start.sh, job.started last; or let the wait step wait for SESSION_PORT':"touch job.started after HOSTNAME and SESSION_PORT have been written"}]}function np(e,t,n,s){const o=e.workflow.jobs.find(t=>t.id===e.waitJob);if(o===undefined)return undefined;const i=t.jobs.get(o.id);const r=o.steps[0]?.at??o.at;if(i===undefined||i.endedMs===0||i.endedMs>n)return{job:o.id,at:r,said:"nothing"};const a=Math.round(i.endedMs);if(i.outcome==="passed")return{job:o.id,at:r,said:"ready",atMs:a,notReadyAtMs:s};return{job:o.id,at:r,said:i.outcome==="failed"?"not-ready":"nothing",atMs:a}}function nh(e,t){if(e===undefined||t?.atMs===undefined||t.said==="nothing")return e;const{at:n}=e;if(n!==undefined&&n.file===t.at.file&&n.start===t.at.start)return e;const s=t.said==="ready"?"said that the service is ready":"gave up waiting for the service";const o=`job "${t.job}" ${s} after ${(t.atMs/1e3).toFixed(1)} s`;return{...e,related:[...e.related??[],{span:t.at,text:o}]}};const nm=["job.started","HOSTNAME","SESSION_PORT","job.ended"];const n$=250;const nb=4096;function nw(e,t,n){const{files:s}=e.ports;const i=new Map;const r=[];const a=(n,s)=>{if(s===""&&(n==="HOSTNAME"||n==="SESSION_PORT"))return;const o=r.filter(e=>e.file===n);if(o.some(e=>e.content.trim()===s.trim()))return;const i=n==="job.ended"||t()&&n!=="SESSION_PORT"&&o.length===0;const a={file:n,atMs:Math.round(e.elapsed()),content:s.slice(0,200),by:i?"job_runner":"start.sh"};r.push(a);e.emit({type:"coordination",event:a})};const c=t=>{const r=(0,o.u)(e.jobDirectory,t);const c=s.read(r,nb);const d=i.get(t);if(c===d)return;if(c===undefined)i.delete(t);else i.set(t,c);if(c!==undefined)a(t,c);n()};const d=()=>nm.forEach(c);const u=s.watch(e.jobDirectory,e=>{const t=nm.find(t=>t===e);if(t!==undefined)c(t)});const l=new AbortController;const f=async()=>{while(!l.signal.aborted){d();await e.ports.clock.sleep(n$,l.signal)}};void f();return{events:r,content:e=>i.get(e),look:d,close(){l.abort();u()}}};const ng=5e3;const ny=1e6;const nk=500;const nv=250;function nS(e){const{ready:t}=e.plan;const n=new Set;let s=Number.NEGATIVE_INFINITY;let o;const i=async n=>{if(t.command===undefined)return undefined;if(e.elapsed()-s>=nv){const i=await nx(e,t.command,n);o=i?undefined:n_(`the command "${t.command}" does not succeed`);s=e.elapsed()}return o};const r={file:()=>Promise.resolve(nE(e)),log:()=>Promise.resolve(nN(e)),command:i};return{async unmet(e){return await r.file(e)??await r.log(e)??await i(e)},async overdue(s){for(const o of["file","log","command"]){const i=t.deadlines[o];if(i===undefined||n.has(o)||e.elapsed()<i)continue;n.add(o);const a=await r[o](s);if(a===undefined)continue;return nj(a,i)}return undefined},probed(n){const s=t.deadlines.probe;return s===undefined||e.elapsed()<s?n:nj(n,s)}}}const nj=(e,t)=>({...e,message:`${e.message} within ${t/1e3} s`,final:true});const n_=e=>({cause:"timeout",message:e,help:'the configuration waits for it under "ready"'});function nE(e){const{file:t}=e.plan.ready;if(t===undefined||e.ports.files.kindOf((0,o.u)(e.jobDirectory,t))!=="missing")return undefined;return n_(`the file "${t}" was not written`)}function nN(e){const{log:t}=e.plan.ready;if(t===undefined||nO(e).some(e=>nM(e,t)))return undefined;return n_(`the log has no line that matches "${t}"`)}function nO(e){const{files:t}=e.ports;const n=t.listDeep((0,o.u)(e.jobDirectory,"logs"),nk).filter(e=>e.endsWith("/step.out")).map(e=>`logs/${e}`);return[`run.${e.slug}.out`,...n].flatMap(n=>t.readEnd((0,o.u)(e.jobDirectory,n),ny)??[])}function nM(e,t){try{return new RegExp(t,"m").test(e)}catch{return e.includes(t)}}async function nx(e,t,n){const s=await e.scope.start({argv:["bash","-c",t],cwd:e.jobDirectory,env:{...e.env,...n!==undefined&&{HOSTNAME:n.host,SESSION_PORT:String(n.port)}},output:(0,o.u)(e.directory,"ready-command.out")});const i=new AbortController;void e.ports.clock.sleep(ng,i.signal).then(()=>s.signalGroup("SIGKILL"));const r=await s.ended;i.abort();return r.kind==="exit"&&r.code===0};const nA=3e3;async function nI(e,t){const{network:n}=e.ports;const{ready:s}=e.plan;if(s.probe==="tcp"){if(await n.accepts(t.host,t.port,nA))return{};const e=`port ${t.port} of ${t.host} cannot be connected to`;return{problem:{cause:"wrong-address",message:e}}}const o=`${s.tls?"https":"http"}://${t.host}:${t.port}${s.path}`;const i=await n.probe({...t,path:s.path,tls:s.tls,timeoutMs:nA,headers:s.headers});const r=i.kind==="answer"?{url:o,status:i.status}:undefined;return{probe:r,problem:await nP(e,t,o,i)}}async function nP(e,t,n,s){const{ready:o}=e.plan;const i=(0,et.mr)(s,o.status,n);const r=i?.cause==="not-http"&&!o.tls;if(r&&await e.ports.network.speaksTls(t.host,t.port,1e3)){return{cause:"tls-mismatch",message:`port ${t.port} speaks TLS, but the session does not say "useTLS: true"`,help:'set "useTLS: true" on the session, or let the service speak plain HTTP'}}if(i!==undefined||s.kind==="none"||o.body===undefined)return i;if(s.body.includes(o.body))return undefined;return{cause:"http-error",message:`the answer of ${n} does not contain "${o.body}"`,help:'the configuration expects this text under "ready: http: body"'}};function nT(e){return{cause:"marker-missing",message:`${e} was never written`,help:e==="HOSTNAME"?"write it in start.sh: hostname > HOSTNAME":'write it in start.sh before the service starts: echo "$SESSION_PORT" > SESSION_PORT'}}function nR(e,t){const n=e.content("HOSTNAME");const s=e.content("SESSION_PORT");if(s===undefined||n===undefined){const e=t===undefined?undefined:(0,et.Ju)(t.port);if(t!==undefined&&e!==undefined){return{host:t.host===""?"localhost":t.host,port:e,from:"update-session"}}return nT(s===undefined?"SESSION_PORT":"HOSTNAME")}const o=(0,et.Ju)(s);if(o===undefined){const e=s.trim().slice(0,60);return{cause:"bad-port-file",message:e===""?"SESSION_PORT is empty":`SESSION_PORT holds "${e}", which is not a port`,help:"it must hold the number alone, such as 43117"}}const i=(0,et.P7)(n);if(i!==undefined){return{cause:"bad-hostname",message:`HOSTNAME ${i}`,help:"write the name of the node: hostname > HOSTNAME"}}return{host:n.trim(),port:o,from:"files"}}const nC=(e,t)=>e?.split(/[\s=,@]+/).some(e=>e.replace(/:\d+$/,"")===t)===true;function nD(e,t,n,s,o){const i="let the service listen on 0.0.0.0";const r=n.map(e=>e.address).join(", ");const a=n.every(e=>(0,et.U9)(e.address));const c=(0,et.U9)(e.host)&&s.plan.mode==="controller"||o&&t.every(et.U9);if(a&&!c&&e.host!=="localhost"){return{cause:"wrong-address",message:`the service listens on ${r} only, which cannot be reached as ${e.host} from another host`,help:i}}if(!n.some(e=>t.some(t=>(0,et.O6)(e.address,t)))){return{cause:"wrong-address",message:`the service listens on ${r}, but ${e.host} is ${t.join(", ")}`,help:i}}return undefined};const nL={"bad-port-file":1500,"bad-hostname":1500,"foreign-listener":1e3,"wrong-address":3e3,"tls-mismatch":2e3,"not-http":8e3,"http-error":2e4};const nH=60;function nU(e,t){const{clock:n,network:s}=e.ports;const o=new AbortController;let i=()=>{};let r=[];let a;let c;let d=nT("SESSION_PORT");let u=e.elapsed();let l;let f=()=>{};const p=new Promise(e=>{f=e});let h=0;let m=false;let $;let b;let w;let g;let y=[];let k;let v;const S=nS(e);const j=new Map;const _=new Map;const E=nw(e,t,()=>i());const N=e.scope.watchListeners((e,t)=>{r=e;b=t;a??=new Set(e.map(e=>e.inode));i()});const O=t=>{if(t.cause!==d.cause||t.message!==d.message)u=e.elapsed();d=t};const M=t=>{if(!j.has(t.inode))j.set(t.inode,e.scope.ownerOf(t));return j.get(t.inode)};const x=async e=>{const t=_.get(e);if(t!==undefined)return t;const n=await s.resolve(e);if(n.length>0)_.set(e,n);return n};const A=async()=>{const t=nR(E,c);const n="cause"in t?undefined:t;const s="cause"in t?t:await I(t);const o=await S.overdue(n);if(o!==undefined)return o;if(s!==undefined)return S.probed(s);const i=l!==undefined&&e.elapsed()-l<e.plan.limits.stableMs;return i||n===undefined?undefined:await S.unmet(n)};const I=async t=>{k=t;const n=await x(t.host);if(n.length===0){return{cause:"bad-hostname",message:`HOSTNAME holds "${t.host}", which does not resolve`,help:"write the name of the node: hostname > HOSTNAME"}}const s=r.filter(e=>e.port===t.port);if(s.length===0)return{cause:"not-listening",message:`nothing listens on port ${t.port}`};if($===undefined){$=e.elapsed();w=b===undefined?undefined:Math.round(b);e.emit({type:"listening",port:t.port,address:s[0]?.address??""})}const o=s.map(e=>({socket:e,owner:M(e)}));y=o.map(e=>(0,et.Al)(e.socket,e.owner));v=o.find(e=>e.owner?.inScope===true)?.owner;const i=o.find(e=>e.owner?.inScope===false||e.owner===undefined&&a?.has(e.socket.inode)===true);if(v===undefined&&i!==undefined){return(0,et.tv)(t.port,i.owner)}const c=o.some(e=>nC(e.owner?.command,t.host));const d=nD(t,n,s,e,c);if(d!==undefined)return d;const u=l!==undefined&&e.elapsed()-l<e.plan.limits.stableMs;if(u)return undefined;if(!m){m=true;O({cause:"not-http",message:`port ${t.port} is open, but nothing has answered`})}const f=await nI(e,t);g=f.probe??g;return f.problem};const P=async()=>{for(;;){const t=new Promise(e=>{i=e});const s=e.elapsed();const r=await A();if(r!==undefined&&l===undefined)h=s;if(r===undefined){l??=e.elapsed();f();if(e.elapsed()-l>=e.plan.limits.stableMs)return{kind:"ready",readyMs:l}}else{O(r);if(l!==undefined)return{kind:"unstable",problem:r};if(r.final===true)return{kind:"hopeless",problem:r};const t=nL[r.cause];if(t!==undefined&&e.elapsed()-u>=t)return{kind:"hopeless",problem:r}}if(o.signal.aborted)return{kind:"hopeless",problem:d};const a=l===undefined?nH:Math.max(5,Math.min(250,e.plan.limits.stableMs-(e.elapsed()-l)));const c=new AbortController;await Promise.race([t,n.sleep(a,AbortSignal.any([o.signal,c.signal]))]);c.abort()}};return{ended:P(),up:p,coordination:E,sessionAt(e){c=e;i()},problem:()=>d,step:()=>v?.step,service:()=>k&&{hostname:k.host,port:k.port,openMs:$===undefined?undefined:Math.round($),listening:y,probe:g},opened:()=>r.filter(e=>a?.has(e.inode)!==true),detectMs:()=>w,readySince:()=>l,unreadyAt:()=>h,close(){o.abort();N();E.close();i()}}};const nB=["chromium","chromium-browser","google-chrome","google-chrome-stable","chrome"];const nW={start:8e3,load:4e3,picture:1e4};const nG=500;const nq=50;const nV=200;const nz=e=>nB.map(t=>e.ports.machine.find(t)).find(e=>e!==undefined);async function nK(e,t,n,s,o){const{clock:i}=e.ports;const r=n.asked();const a=await nX(e,t,[`http://127.0.0.1:${n.port}${s}`]);let c=false;void a.ended.then(()=>{c=true});const d=i.now();let u=r;let l=d;while(!c&&!o.aborted){await i.sleep(nq,o);const e=i.now();if(n.asked()!==u){u=n.asked();l=e}const t=u!==r;if(t?e-l>=nG||e-d>=nW.start+nW.load:e-d>=nW.start)break}await nY(e,a)}async function nF(e,t,n,s,i){const{ports:r,options:a,plan:c}=e;if(a.screenshotIn===undefined)return undefined;const d=`${c.name}-${c.mode}-${c.scenario}.png`.replace(/[^\w.-]/g,"_");const u=(0,o.u)(e.directory,d);const l=`http://127.0.0.1:${n.port}${s}`;for(const n of["--virtual-time-budget=4000","--timeout=3000"]){if(i.aborted)return undefined;const s=await nX(e,t,["--hide-scrollbars","--window-size=1280,800",n,`--screenshot=${u}`,l]);const c=new AbortController;await Promise.race([s.ended,r.clock.sleep(nW.picture,AbortSignal.any([i,c.signal]))]);c.abort();await nY(e,s);if(r.files.kindOf(u)!=="file")continue;const f=(0,o.u)(a.screenshotIn,d);r.files.move(u,f);return f}return undefined}const nJ=e=>(0,o.u)(e.directory,"browser");function nX(e,t,n){return e.scope.start({argv:[t,"--headless=new","--no-sandbox","--disable-gpu","--disable-dev-shm-usage","--disable-breakpad","--disable-crash-reporter","--no-first-run","--mute-audio","--proxy-server=direct://",`--user-data-dir=${nJ(e)}`,...n],cwd:e.directory,env:{HOME:nJ(e),PATH:e.env["PATH"]??"",LANG:"C.UTF-8",TMPDIR:"."},output:(0,o.u)(e.directory,"browser.out")})}async function nY(e,t){t.signalGroup("SIGKILL");await t.ended;for(const t of e.scope.members()){if(t.command.includes(nJ(e)))e.scope.signal(t.pid,"SIGKILL")}await e.ports.clock.sleep(nV)};const nQ=20;const nZ=/<([a-z][a-z0-9-]*)(\s[^>]{0,2000})>/gi;const n0=/\s(href|src|action)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;const n1=/new\s+WebSocket\(\s*(?:"|'|`)(?:wss?:\/\/(?:\$\{[^}]{0,200}\}|[^/"'`]{0,200}))?(\/[^"'`]{0,300})/g;const n2=(e,t)=>t===e||t.startsWith(`${e}/`)||t.startsWith(`${e}?`);const n3=({status:e,type:t})=>e<300&&/html/i.test(t);function n5(e,t,n){const s=[];const o=t.split("?")[0]??t;const i=(e,t)=>{if(s.length<nQ&&!s.some(e=>e.target===t))s.push({kind:e,target:t,from:o})};if(n.status>=300&&n.status<400&&n.location!==undefined){const o=sn(n.location,t);if(o!==undefined&&!n2(e,o))i("redirect",n.location);return s}if(!n3(n))return s;const r=n7(t,n.body);for(const{kind:t,written:s}of n8(n.body)){const n=sn(s,r);if(n!==undefined&&!n2(e,n))i(t,s)}return[...s,...n6(e,t,n.body)].slice(0,nQ)}function n6(e,t,n){const s=t.split("?")[0]??t;const o=[...n.matchAll(n1)].map(e=>e[1]??"");return[...new Set(o)].filter(t=>!t.includes("${")&&!n2(e,t)).map(e=>({kind:"websocket",target:e,from:s}))}function n4(e,t,n){const s=n7(t,n);const o=[...n8(n)].flatMap(({tag:e,written:t})=>e==="script"?sn(t,s)??[]:[]);return[...new Set(o)].filter(t=>n2(e,t))}const n9=e=>/<script\b/i.test(e);function*n8(e){for(const[,t="",n=""]of e.matchAll(nZ)){const e=t.toLowerCase();if(e==="base"||e==="link"&&!/rel\s*=\s*["']?(?:stylesheet|module)/i.test(n))continue;for(const t of n.matchAll(n0)){const n=t[2]??t[3]??t[4]??"";if(/^(?:#|[a-z][a-z0-9+.-]*:|\/\/)/i.test(n))continue;const s=e==="a"||e==="area"||t[1]?.toLowerCase()==="action";yield{kind:s?"link":"request",tag:e,written:n}}}}function n7(e,t){const n=/<base\s[^>]{0,500}href\s*=\s*["']([^"']{0,500})["']/i.exec(t)?.[1];return n===undefined?e:sn(n,e)??e}const se=e=>/(?:^|\/)vnc(?:_lite|_auto)?\.html(?:\?|$)/.test(e);function st(e,t,n){const s=n.some(e=>/url\s*\+=\s*['"]\/['"]\s*\+\s*\w*path|`\/\$\{path\}`/i.test(e));if(!se(t)||!s)return undefined;const[o=t,i=""]=t.split("?");const r=new URLSearchParams(i).get("path")??"websockify";const a=`/${r.replace(/^\/+/,"")}`;return n2(e,a)?undefined:{kind:"websocket",target:a,from:o}}function sn(e,t){try{const n=new URL(e,`http://session.invalid${t}`);return n.hostname==="session.invalid"?n.pathname:undefined}catch{return undefined}};const ss=4;function so(e,t,n,s,o){if(s===undefined)return n.at;if(s.kind==="websocket"&&se(s.from)){const o=s.from.slice(s.from.lastIndexOf("/")+1);if(n.slug.includes(o)&&n.slugAt!==undefined)return n.slugAt;return F(e,t,o)??n.slugAt??n.at}const i=s.target.split("?")[0]??s.target;const r=i.length<ss?undefined:F(e,t,i);if(r!==undefined)return r;for(const n of o){const s=X(e,t,n);if(s!==undefined)return s}return n.at};const si=3e3;const sr=5;const sa=10;const sc=1e4;const sd=4e3;const su=100;const sl=(e,t)=>`/me/session/${e}/${t}`;async function sf(e,t,n){const{target:s,service:o,commands:i,signal:r}=n;const a=(0,et.Ju)(s.port);if(a===undefined)return undefined;const{plan:c}=e;const d=sl(c.resource.user,s.session);t.route(d,{host:s.host===""?"localhost":s.host,port:a,tls:c.ready.tls});const u=s.slug==="undefined"?"":s.slug.replace(/^\/+/,"");const l=u.startsWith("?")?`${d}${u}`:`${d}/${u}`;const f=a===n.port?sc:sd;const p=await sp(e,t,d,l.split("#")[0]??l,f,r);const h=await sm(e,t,l,p,r);const m=sb([...p.strays,...s$(t,p)]);return{prefix:d,path:l,port:a,status:p.answer?.status,strays:m,at:so(e,o,s,m[0],i),screenshot:h}}async function sp(e,t,n,s,o,i){const{clock:r}=e.ports;const a=r.now()+o;let c=s;let d=0;for(;;){const s=await sw(e,t,c);const o=s!==undefined&&s.status<500;if(!o&&r.now()<a&&!i.aborted){await r.sleep(su,i);continue}if(s===undefined)return{path:c,answer:s,strays:[]};const u=n5(n,c,s);const l=s.status>=300&&s.status<400?sy(s.location,c):undefined;if(u.length===0&&l!==undefined&&d<sr){c=l;d++;continue}if(!n3(s))return{path:c,answer:s,strays:u};return{path:c,answer:s,strays:[...u,...await sh(e,t,n,c,s.body)]}}}async function sh(e,t,n,s,o){const i=se(s)?sn("app/ui.js",s)??[]:[];const r=[...new Set([i,...n4(n,s,o)].flat())].filter(e=>n2(n,e)).slice(0,sa);const a=[];const c=[];for(const s of r){const o=await sw(e,t,s);if(o===undefined||o.status!==200)continue;a.push(o.body);c.push(...n6(n,s,o.body))}const d=st(n,s,[o,...a]);return d===undefined?c:[...c,d]}async function sm(e,t,n,s,o){const i=e.options.screenshotIn!==undefined;const r=s.answer!==undefined&&n3(s.answer)?s.answer:undefined;if(!i&&(r===undefined||!n9(r.body)))return undefined;const a=nz(e);if(a===undefined){const t=i?"screenshot":"scripts of the page";e.note({what:t,how:"skipped",why:"there is no Chromium on this machine"});return undefined}if(!i){await nK(e,a,t,n,o);return undefined}const c=await nF(e,a,t,n,o);e.note(c===undefined?{what:"screenshot",how:"skipped",why:"Chromium gave no picture"}:{what:"screenshot",how:"ran"});return c}function s$(e,t){return e.strays.filter(({url:e})=>!e.startsWith("/favicon.ico")).map(({url:e,websocket:n,from:s})=>({kind:n?"websocket":"request",target:e,from:s??t.path.split("?")[0]??t.path}))}function sb(e){const t=new Map;for(const n of e){const e=n.target.split("?")[0]??n.target;if(!t.has(e))t.set(e,n)}return[...t.values()]}async function sw(e,t,n){const s=await e.ports.network.probe({host:"127.0.0.1",port:t.port,path:n,tls:false,timeoutMs:si});if(s.kind==="none")return undefined;return{status:s.status,location:sg(s,"location"),type:sg(s,"content-type")??"",body:s.body}}function sg(e,t){const n=e.headers[t];return typeof n==="string"?n:n?.[0]}function sy(e,t){if(e===undefined||!URL.canParse(e,`http://session.invalid${t}`))return undefined;const n=new URL(e,`http://session.invalid${t}`);return`${n.pathname}${n.search}`};function sk(e,t,n){const s=new AbortController;let o=false;let i;const r=async o=>{if(s.signal.aborted)return undefined;const i=(n.service()?.listening??[]).flatMap(e=>e.command??[]);const r=await e.ports.sessions.open();try{const{service:a}=t;const c=n.service()?.port;return await sf(e,r,{target:o,service:a,commands:i,port:c,signal:s.signal})}finally{await r.close()}};const a=()=>{const{session:e}=t;if(!o||e===undefined||i?.target===e||s.signal.aborted)return;const n=i?.visit??Promise.resolve(undefined);const a=n.then(()=>r(e));a.catch(()=>{});i={target:e,visit:a}};t.sessionUpdated=a;void n.up.then(()=>{o=true;a()});return{async finish(){a();return await i?.visit},async abandon(){s.abort();await i?.visit}}};const sv=60;const sS=5e3;async function sj(e,t,n,s,o){const i=crypto.randomUUID();const r=new AbortController;const a=await o.inPhase("prepare",()=>tR(e,t,n,{...o,marker:i,over:r.signal}));const c=new AbortController;let d=Promise.resolve();try{o.emit({type:"run-started",jobDirectory:a.jobDirectory});const e=await nc(a,s);if(e!==undefined)return e;return await s_(a,s,o,c,e=>{d=e})}finally{c.abort();await a.scope.close();const e=new AbortController;await Promise.race([d,t.clock.sleep(sS,e.signal)]);e.abort();r.abort();t.files.remove(a.directory)}}async function s_(e,t,n,s,o){const{plan:i}=e;const r={jobs:new Map,failure:undefined,service:undefined,session:undefined,sessionUpdated:()=>{},changed:()=>{}};const a=nU(e,()=>r.service?.injectsMarkers===true);const c=sk(e,r,a);const d=e.emulatesScheduler?l(e,tC(e.directory)):undefined;const u=g(e);const f=await n.inPhase("start",async()=>tb(e,r,a,AbortSignal.any([s.signal,u.cancelled])));o(f.finished);const{verdict:p,session:h}=await n.inPhase("wait",async()=>{const n=await t3(e,r,a,f,t);const s=n.failure===undefined&&n.skipped===undefined;return{verdict:n,session:s?await c.finish():undefined}});await c.abandon();const m=a.readySince();const $=a.service();const b=e.elapsed();if(p.failure!==undefined&&e.options.keepIn!==undefined){eb(e,a.coordination.events)}const w=await n.inPhase("stop",async()=>{a.close();s.abort();const t=new AbortController;await Promise.race([f.finished,e.ports.clock.sleep(i.limits.stopMs+2e3,t.signal)]);t.abort();u.close();await d?.settle();d?.close();return undefined}).then(()=>n.inPhase("inspect",()=>nn(e,r.service,nd(d))));for(const e of w.leftovers)n.emit({type:"leftover",leftover:e});const y=np(i,r,b,Math.round(a.unreadyAt()));const k=p.skipped===undefined&&m!==undefined&&p.failure===undefined;const v=[...k?nf(e,r,a,y):[],...nu(e,r,w)];const S=nh(p.failure,y)??v[0];const j=p.skipped!==undefined?"skipped":S===undefined?"passed":"failed";return{outcome:j,failure:S,observations:p.failure===undefined?v.slice(1):v,skipped:p.skipped,readyMs:m===undefined?undefined:Math.round(m),detectMs:a.detectMs(),service:$,session:h,coordination:a.coordination.events,wait:y,jobs:[...r.jobs.values()].map(sE),leftovers:w.leftovers,log:sN(e,r),kept:sO(e,j)}}const sE=e=>({job:e.id,outcome:e.outcome==="waiting"||e.outcome==="running"?"cancelled":e.outcome,ms:e.startedMs===0?0:Math.round((e.endedMs||e.startedMs)-e.startedMs),outputs:{...e.outputs}});function sN(e,t){const n=ea(e,t.service,sv);const s=t.failure?.log??[];return n.length>0?n:s}function sO(e,t){const{keepIn:n,keep:s}=e.options;const{plan:i}=e;if(n===undefined||t!=="failed"&&s!=="all")return undefined;const r=(0,o.u)(n,[i.name,i.mode,i.scenario,...i.repetition===undefined?[]:[i.repetition]].join("-").replace(/[^\w.-]/g,"_"));e.ports.files.remove(r);e.ports.files.move(s===undefined?ew(e):e.jobDirectory,r);return r};function sM(){const e=[];let t=false;let n=()=>{};return{push(t){e.push(t);n()},end(){t=true;n()},async *[Symbol.asyncIterator](){for(;;){for(let t=e.shift();t!==undefined;t=e.shift())yield t;if(t)return;await new Promise(e=>{n=e})}}}};async function*sx(e,t,n,s){const o=sM();const i=new AbortController;const r=t.clock.now();const a=()=>t.clock.now()-r;let c=false;const d=t=>{if(c)return;c=t.type==="run-ended";o.push({...t,atMs:Math.round(a()),workflow:e.name,mode:e.mode,scenario:e.scenario})};const u=sA(e,t,n,AbortSignal.any([s,i.signal]),{elapsed:a,emit:d}).finally(o.end);u.catch(()=>{});try{yield*o}finally{i.abort();await u}}async function sA(e,t,n,s,o){const i=new Map(e.fidelity.map(e=>[e.what,e]));const r=[];const a=async(e,t)=>{const n=o.elapsed();o.emit({type:"phase",phase:e,state:"started"});try{return await t()}finally{r.push({phase:e,ms:Math.round(o.elapsed()-n)});o.emit({type:"phase",phase:e,state:"ended"})}};const c=await sP(e,t,n,s,{...o,inPhase:a,note:e=>i.set(e.what,e)});const d={workflow:e.name,path:e.path,mode:e.mode,scenario:e.scenario,...c,phases:r,fidelity:[...i.values()].sort((e,t)=>e.what<t.what?-1:1)};o.emit({type:"run-ended",record:d})}const sI={observations:[],coordination:[],jobs:[],leftovers:[],log:[]};async function sP(e,t,n,s,o){const i=e.requires.filter(n=>t.machine.find(n)===undefined&&!Object.hasOwn(e.stubs,n));if(i.length>0){const e=i.length===1?"is":"are";return{...sI,outcome:"skipped",skipped:`needs ${i.join(", ")}, which ${e} not installed`}}if(e.unsupported!==undefined){const{what:t,at:n}=e.unsupported;return{...sI,outcome:"failed",failure:{cause:"unsupported",message:`${t} cannot be run here`,at:n}}}if(s.aborted)return{...sI,outcome:"skipped",skipped:"interrupted before it started"};return sj(e,t,n,s,o)}}};
})
