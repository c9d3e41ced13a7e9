"use strict";exports.id=823;exports.ids=[823];exports.modules={1823:(e,t,n)=>{n.d(t,{executeRun:()=>sL});var s=n(1993);function o(...e){const t=e.reduce((e,t)=>t.startsWith("/")?t:`${e}/${t}`,"");const n=[];for(const e of t.split("/")){if(e==="..")n.pop();else if(e!==""&&e!==".")n.push(e)}return`/${n.join("/")}`}function i(e,t){if(t===e)return"";return t.startsWith(`${e}/`)?t.slice(e.length+1):undefined};async function r(e,t){const{files:n}=e.ports;const s=o(t.logs,t.name);const i=o(t.logs,"step.out");const r={status:143,stopped:true,killed:false,script:s,output:i,pid:0};if(e.over.aborted)return r;n.write(s,t.filled.text,493);n.makeDirectory(t.cwd);if(t.signal.aborted)return r;const[a,...u]=t.shell.split(/\s+/).filter(e=>e!==""&&e!=="{0}");const l=await e.scope.start({argv:[a??"bash",...u,s],cwd:t.cwd,env:{...t.env,PWD:t.cwd},output:i});const f=d(e,l,t);const p=await l.ended;const{stopped:h,killed:m}=f.finish();const $=c(p);if(!e.over.aborted)n.write(o(t.logs,"step.exit"),`${$}
`);return{status:$,stopped:h,killed:m,script:s,output:i,pid:l.pid}}const a={SIGHUP:1,SIGINT:2,SIGKILL:9,SIGSEGV:11,SIGTERM:15};function c(e){return e.kind==="exit"?e.code:128+(a[e.signal]??0)}function d(e,t,n){let s=false;let o=false;const i=new AbortController;const r=async()=>{s=true;t.signalGroup("SIGTERM");await e.ports.clock.sleep(n.graceMs,i.signal);if(i.signal.aborted)return;o=true;t.signalGroup("SIGKILL")};const a=()=>void r();n.signal.addEventListener("abort",a,{once:true});if(n.signal.aborted)a();return{finish(){n.signal.removeEventListener("abort",a);i.abort();return{stopped:s,killed:o}}}};const u=50;const l=3e3;function f(e,t){const{files:n,clock:s}=e.ports;const i=new Map;const r=new AbortController;const{scheduler:a}=e.plan;const d=(e,s,i)=>{s.state=i;n.write(o(t,e,"state"),i)};const f=async(i,u)=>{d(i,u,"RUNNING");const l=o(t,i);const f=e=>n.read(o(l,e),1e6)??"";const $=f("cwd");const b=e.plan.mode==="pbs";const w=o($,f("out"));const g=b?o(l,"output"):w;const y=o(l,b?`${i}.local.SC`:"slurm_script");n.copyFile(o(l,"script"),y);n.makeDirectory(g.slice(0,g.lastIndexOf("/")));const k=await e.scope.start({argv:[y],cwd:$,env:h(e,i,l),output:g});u.running=k;const v=p(f("limit"),b);const S=new AbortController;let j=false;let _=false;if(v!==undefined){void s.sleep(v*1e3,AbortSignal.any([S.signal,r.signal])).then(()=>{if(S.signal.aborted||r.signal.aborted)return;j=true;void m(u,k)})}if(a.nodeFailsAfterMs!==undefined){void s.sleep(a.nodeFailsAfterMs,AbortSignal.any([S.signal,r.signal])).then(()=>{if(S.signal.aborted||r.signal.aborted)return;_=true;k.signalGroup("SIGKILL")})}const E=c(await k.ended);S.abort();n.write(o(l,"exit"),String(E));if(b)n.copyFile(g,w);const N=_?"NODE_FAIL":j?"TIMEOUT":u.cancelled?"CANCELLED":E===0?"COMPLETED":"FAILED";d(i,u,N)};const m=async(e,t)=>{t.signalGroup("SIGTERM");await s.sleep(l,r.signal);if(e.state==="RUNNING")t.signalGroup("SIGKILL")};const $=()=>{for(const s of n.list(t)){let c=i.get(s);if(c===undefined){if(n.kindOf(o(t,s,"ready"))==="missing")continue;c={state:"PENDING",submittedMs:e.elapsed(),running:undefined,cancelled:false};i.set(s,c)}if(!c.cancelled&&n.kindOf(o(t,s,"cancel"))!=="missing"){c.cancelled=true;if(c.state==="PENDING")d(s,c,"CANCELLED");else if(c.running!==undefined&&c.state==="RUNNING")void m(c,c.running)}const u=a.holds||n.kindOf(o(t,s,"held"))!=="missing";const l=e.elapsed()-c.submittedMs>=a.queueDelayMs;if(c.state==="PENDING"&&l&&!u&&!r.signal.aborted)void f(s,c)}};n.makeDirectory(t);const b=n.watch(t,$);const w=async()=>{while(!r.signal.aborted){$();await s.sleep(u,r.signal)}};void w();return{async settle(){$();const e=s.now();const t=()=>[...i.values()].some(e=>e.cancelled&&e.state==="RUNNING");while(t()&&s.now()-e<l+1e3)await s.sleep(10)},jobs:()=>[...i].map(([e,t])=>({id:e,state:t.state})),close(){r.abort();b()}}}function p(e,t){if(/^\d+$/.test(e))return Number(e)*(t?1:60);return(0,s.I)(/^\d+:\d+$/.test(e)?`0:${e}`:e)}function h(e,t,n){const{files:s}=e.ports;const i=e=>s.read(o(n,e),1e6)??"";const r=$(i("env"));const a=i("name");const c=i("submitted-from");const d={};for(const t of["HOME","USER","LOGNAME","SHELL","PATH","LANG","TMPDIR","RUNNER_TRACKING_ID"]){const n=e.env[t];if(n!==undefined)d[t]=n}const u={BASH_ENV:e.env["BASH_ENV"]??"",PW_CHECK_TRACE:e.trace,PW_CHECK_RUN:e.marker,PW_CHECK_STEP:r["PW_CHECK_STEP"]??`batch/${t}`};const l=m(r,i("passes"));if(e.plan.mode==="pbs"){return{...d,...l,PBS_JOBID:`${t}.local`,PBS_JOBNAME:a,PBS_ENVIRONMENT:"PBS_BATCH",PBS_QUEUE:"workq",PBS_O_WORKDIR:c,PBS_O_HOME:e.home,PBS_O_LOGNAME:e.env["LOGNAME"]??"",PBS_O_PATH:e.env["PATH"]??"",PBS_O_SHELL:"/bin/bash",PBS_O_HOST:e.ports.machine.hostname,...u}}return{...d,...l,SLURM_JOB_ID:t,SLURM_JOBID:t,SLURM_JOB_NAME:a,SLURM_SUBMIT_DIR:c,SLURM_SUBMIT_HOST:e.ports.machine.hostname,SLURM_JOB_NODELIST:e.ports.machine.hostname,SLURM_NODELIST:e.ports.machine.hostname,SLURMD_NODENAME:e.ports.machine.hostname,SLURM_JOB_NUM_NODES:"1",SLURM_NNODES:"1",SLURM_NTASKS:"1",SLURM_JOB_PARTITION:"main",SLURM_CLUSTER_NAME:"local",...u}}function m(e,t){const n=t.split(",").map(e=>e.trim());if(n.includes("ALL"))return e;const s=n.filter(e=>e!=="NONE"&&e!=="");return Object.fromEntries(s.flatMap(t=>{const n=t.indexOf("=");if(n!==-1)return[[t.slice(0,n),t.slice(n+1)]];const s=e[t];return s===undefined?[]:[[t,s]]}))}function $(e){return Object.fromEntries(e.split("\0").filter(e=>e.includes("=")).map(e=>[e.slice(0,e.indexOf("=")),e.slice(e.indexOf("=")+1)]))};const b=e=>o(e,"requests");const w=100;const g=1e6;function y(e){const{files:t,clock:n}=e.ports;const s=new AbortController;const o=new AbortController;const i=b(e.directory);let r=0;let a="";const c=t=>{const[n,s="",...i]=t.split(" ");const r=[s,...i].join(" ").trim();if(n==="cancel"){if(k(e,s))o.abort();else e.note({what:`pw workflows runs cancel ${s}`.trim(),how:"skipped",why:"there is no such run here"});return}const a=/^(?:ssh|scp)$/.test(s)?"the host is not part of a local run; the command ended with status 255":"it is not emulated in a local run; it ended with status 1";if(n==="refused")e.note({what:r,how:"skipped",why:a})};const d=()=>{const{text:e,next:n}=t.readFrom(i,r,g);r=n;const s=`${a}${e}`.split("\n");a=s.pop()??"";s.forEach(c)};const u=async()=>{const t=AbortSignal.any([s.signal,e.over]);while(!t.aborted){d();await n.sleep(w,t)}};void u();return{cancelled:o.signal,close(){if(s.signal.aborted)return;s.abort();d()}}}const k=(e,t)=>t===""||t===e.slug||Number(t)===Number(e.jobNumber);var v=n(6184);var S=n(1418);var j=n(8631);function _(e,t){const n=e.replace(/\n$/,"").split("\n");const s=t.replace(/\n$/,"").split("\n");const o=new Map;let i=n.length-1;let r=s.length-1;while(i>=0&&r>=0){if(n[i]===s[r]){o.set(i+1,r+1);i--;r--}else if(s[r]?.trim()==="")r--;else break}return o};const E=60;function N(e,t,n){const s=e.split("\n");const o=n.replace(/[^\w-]/g,".");const i=new RegExp(`^\\s*(?:function\\s+)?${o}\\s*(?:\\(\\s*\\)|\\{|$)`);const r=n===""?0:Math.max(0,s.findIndex(e=>i.test(e)));const a=e=>e.replace(/[\s"'\\]/g,"");const c=a(t);const d=a(t.trim().split(/\s+/)[0]??"");for(const e of[c,c.slice(0,E),d]){if(e==="")return undefined;const t=s.findIndex((t,n)=>n>=r&&!/^\s*#/.test(t)&&a(t).includes(e));if(t!==-1)return t+1}return undefined};function O(e){return e.split("\n").flatMap(e=>{const[t,n,s="",i="",r="",a="",c]=e.split("	");if(t!=="H"||c===undefined)return[];const d=a===""||a===r;return[{script:Number(n),functionName:s,file:o(i,a||r),inProgram:d,command:c}]})}function M(e){return e.split("\n").flatMap(e=>{const[t,n,s,i,r,a,c,d,u,...l]=e.split("	");if(t!=="E"&&t!=="X"||u===undefined||u===""||c===undefined||d===undefined)return[];return[{kind:t==="E"?"failed":"exit",status:Number(n),line:Number(s),script:Number(i),mainShell:i===r,errexit:a?.includes("e")===true,program:d,file:o(c,u),inProgram:d===u,command:l.join("	")}]})}function x(e,t){const n=e.filter(e=>e.mainShell&&e.status===t);const s=n.find(e=>e.kind==="failed"&&e.errexit);const o=n.find(e=>e.kind==="exit");const i=n.findLast(e=>e.inProgram)??n.at(-1);return s??o??i}function A(e,t){let n;for(const s of e.split("\n")){const e=/^(?:.*\/)?([^/:\s]+): line (\d+): (.*)$/.exec(s);if(e?.[1]!==undefined&&t(e[1]))n={line:Number(e[2]),message:e[3]??""}}return n};const I=e=>/(?:^|\/)(?:slurm_script|[^/]+\.SC)$/.test(e);const P=2e6;function T(e,t){const n=M(e.ports.files.readEnd(e.trace,P)??"");const s=t.script.slice(t.script.lastIndexOf("/")+1);const o=n.filter(e=>C(e.program,t.script));const i=x(o,t.status);const r=A(t.output,e=>e===s||I(e));const a=i?.line??r?.line;if(a===undefined)return undefined;const c=i===undefined?undefined:D(n,i,t.status);const d=i===undefined||i.inProgram?t.script:i.file;const u={file:d,line:a};const l=c??u;const f=n=>H(e,n.file,n.line,n.file===t.script?t.source:undefined);return{...l,span:f(l)??f(u)??R(e,l,t),said:r?.message}}function R(e,t,n){const{files:s}=e.ports;const o=s.read(t.file,5e6)?.split("\n")[t.line-1]??"";const i=o.trim()===""?undefined:N(s.read(n.script,5e6)??"",o,"");return i===undefined?undefined:H(e,n.script,i,n.source)}function C(e,t){if(e===t||I(e))return true;return!e.startsWith("/")&&L(e)===L(t)}const L=e=>e.slice(e.lastIndexOf("/")+1);function D(e,t,n){for(const s of[...e].reverse()){if(s.script===t.script||s.status!==n||!s.mainShell)continue;const o=L(s.program);if(o==="script-unstable.sh"||!t.command.includes(o))continue;const i=x(e.filter(e=>e.script===s.script),n);const{file:r,line:a}=i??s;return{file:r,line:a}}return undefined}function H(e,t,n,s){const{files:o}=e.ports;const r=s!==undefined&&t!==s?s:t;const a=i(e.jobDirectory,r);if(a===undefined||a==="")return undefined;const c=e.options.repository.read((0,j.s)(a));if(c.kind!=="text")return undefined;let d=n;if(r!==t){const e=o.read(t,5e6)??"";const s=e.replace(/\n$/,"").split("\n").length;d=_(e,o.read(r,5e6)??c.text).get(Math.min(n,s))}if(d===undefined)return undefined;return U((0,j.s)(a),c.text,d)}function U(e,t,n){const s=(0,v.D)(t);const o=s.startOf(n);const i=s.lineText(n);const r=i.length-i.trimStart().length;return(0,S.mG)({path:e,text:t}).spanOf(o+r,o+Math.max(r,i.trimEnd().length))}const W=e=>o(e,"run.sh");const B=2e3;function G(e){const t=e.replace(/\r+$/,"").split("\r").at(-1)??"";const n=t.replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-_])/g,"").replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g,"");const s=n.replace(/^(\s*)(::|##\[)/,"$1\u200B$2").replaceAll("##[","#\u200B#[");return s.length>B?`${s.slice(0,B-1)}\u{2026}`:s}function q(e,t){const n=e.split("\n");if(n.at(-1)==="")n.pop();return n.slice(-t).map(G)};function z(e,t){const n=t?.source===undefined?undefined:i(e.jobDirectory,t.source);return n===undefined?"the script":n.slice(n.lastIndexOf("/")+1)}function V(e,t){const n=K(e,t);return n===undefined?t?.at??e.plan.at:U(n.path,n.text,1)}function K(e,t){const n=t?.source===undefined?undefined:i(e.jobDirectory,t.source);if(n===undefined||n==="")return undefined;const s=e.options.repository.read((0,j.s)(n));return s.kind==="text"?{path:(0,j.s)(n),text:s.text}:undefined}function F(e,t,n){const s=K(e,t);if(s===undefined)return undefined;const o=s.text.split("\n");const i=o.findLastIndex(e=>!/^\s*#/.test(e)&&n(e));return i===-1?undefined:U(s.path,s.text,i+1)}const J=(e,t,n)=>F(e,t,e=>e.includes(n));function X(e,t,n){const s=n.replace(".","\\.");const o=new RegExp(`(?:>\\|?\\s*|\\btee\\s+(?:-\\S+\\s+)*|\\btouch\\s+(?:\\S+\\s+)*)["']?(?:[^\\s"'>|;&]*/)?${s}\\b`);return F(e,t,e=>o.test(e))}function Y(e,t,n){const s=K(e,t);if(s===undefined)return undefined;const o=n.split(/\s+/).map(e=>e.slice(e.lastIndexOf("/")+1)).filter(e=>e.length>2&&/[A-Za-z]/.test(e));const i=o[0];if(i===undefined)return undefined;const r=s.text.split("\n").map((e,t)=>({line:e,index:t}));const a=r.filter(({line:e})=>!/^\s*#/.test(e));const c=a.filter(({line:e})=>e.includes(i));const d=c.length>0?c:a;let u;let l=c.length>0?1:2;for(const{line:e,index:t}of d){const n=o.filter(t=>e.includes(t)).length;if(n<l)continue;u=t;l=n}const f=o.slice(1);const p=u!==undefined&&f.some(e=>r[u]?.line.includes(e)===true);const h=p||u!==undefined&&f.length===0?undefined:Z(e,s,f);return h??(u===undefined?undefined:U(s.path,s.text,u+1))}function Z(e,t,n){const s=(e.options.serviceStarts?.()??[]).filter(({file:e})=>e===t.path);const o=({start:e})=>t.text.slice(0,e).split("\n").length;const i=t.text.split("\n");const r=s.find(e=>n.some(t=>i[o(e)-1]?.includes(t)===true));const a=r??(s.length===1?s[0]:undefined);return a&&U(t.path,t.text,o(a))}function Q(e,t){return F(e,t,e=>/\btrap\b.*\b(?:SIG)?TERM\b/.test(e))}function ee(e,t,n,s){const o=()=>V(e,t);switch(n.cause){case"bad-port-file":case"not-listening":case"foreign-listener":case"marker-order":return X(e,t,"SESSION_PORT")??o();case"bad-hostname":return X(e,t,"HOSTNAME")??o();case"wrong-address":case"http-error":case"not-http":case"tls-mismatch":case"unstable":for(const n of s){const s=Y(e,t,n);if(s!==undefined)return s}return o();default:return o()}}const et=(e,t)=>F(e,t,e=>/^\s*exec\s+[^<>&\s]/.test(e));function en(e){const t=e.trim();if(!/^\d{1,5}$/.test(t))return undefined;const n=Number(t);return n>=1&&n<=65535?n:undefined}function es(e){const t=e.trim();if(t==="")return"is empty";if(/\s/.test(t))return"holds more than one word";if(!/^[A-Za-z0-9._:[\]-]+$/.test(t))return"is not a host name";return undefined}const eo=e=>e.startsWith("127.")||e==="::1"||e==="localhost";function ei(e,t){if(e===t||e==="::")return true;return e==="0.0.0.0"&&!t.includes(":")}function er(e,t,n){if(e.kind==="answer"){const s=t.length===0?e.status<500:t.includes(e.status);if(s)return undefined;return{cause:"http-error",message:`${n} answers with status ${e.status}`,help:e.status>=500?"a status of 500 or more means that the service, or what stands behind its proxy, is not up":`the configuration expects another status: ${t[0]}${t.length>1?` to ${t.at(-1)}`:""}`}}switch(e.reason){case"refused":case"unreachable":return{cause:"wrong-address",message:`${n} cannot be connected to: ${e.message}`};case"tls":return{cause:"tls-mismatch",message:`${n} does not speak TLS, but the session has "useTLS: true"`};case"not-http":case"closed":case"timeout":return{cause:"not-http",message:`${n} accepts connections but gives no HTTP answer (${e.message})`}}}const ea=(e,t)=>({address:e.address,port:e.port,pid:t?.pid,command:t?.command});function ec(e,t){const n=t===undefined?"another process":`"${t.command}" (pid ${t.pid})`;return{cause:"foreign-listener",message:`port ${e} is held by ${n}, which does not belong to this job`,help:'let the system choose a free port, for example with "pw agent open-port"'}};const ed=[/curl: \((?:5|6|7|28)\) .*$/,/wget: (?:unable to resolve|failed:).*$/,/(?:fatal: )?unable to access '.*$/,/^.*(?:could not resolve host|temporary failure in name resolution|name or service not known|network is unreachable).*$/i];const eu=/\b(?:error|fatal|failed|failure|cannot|can't|could not|couldn't|unable|denied|no such|not found|invalid|missing|refused|traceback|exception|abort(?:ed)?|killed|exited with|usage)\b/i;const el=/localhost|127\.0\.0\.1|\[::1\]/;const ef=200;function ep(e){const t=e.map(e=>e.trim()).filter(e=>e!=="");const n=t.filter(e=>!el.test(e)).flatMap(e=>ed.flatMap(t=>t.exec(e)?.[0]??[])[0]??[])[0];if(n!==undefined){return{said:n.slice(0,ef),help:'the run could not reach the network: provide what it fetches with "run.before", or the program that fetches it with "run.stubs"'}}const s=t.findLast(e=>eu.test(e))??t.at(-1);return s===undefined?undefined:{said:s.slice(0,ef)}};function eh(e,t,n){if(t===undefined)return[];const s=e.ports.files.readEnd(o(t.directory,`run.${e.slug}.out`),65536);return s===undefined?[]:q(s,n)}function em(e){const t=en(e.ports.files.read(o(e.jobDirectory,"SESSION_PORT"),100)??"");if(t===undefined)return undefined;for(const n of e.scope.listeners()){if(n.port!==t)continue;const s=e.scope.ownerOf(n);if(s?.inScope!==true)return ec(t,s)}return undefined}function e$(e,t,n,s){const o=z(e,t);const i=s.cause==="foreign-listener"?s:em(e);if(i!==undefined){return{...i,at:X(e,t,"SESSION_PORT")??V(e,t)}}if(n===undefined||n===0){return{cause:"exited-early",message:`${o} ended before its service was ready (${s.message})`,at:V(e,t),help:'the script must not end before the service: run it in the foreground, or "wait" for it'}}const r=eh(e,t,200).join("\n");const a=W(t.directory);const c=T(e,{script:a,status:n,output:r,source:t.source});const d=c?.said===undefined?ep(eh(e,t,20)):{said:c.said};const u=d?.said;return{cause:"start-failed",message:`${o} ended with status ${n}${u===undefined?"":`: ${u}`}`,at:c?.span??et(e,t)??V(e,t),help:ew(n)??d?.help}}const eb=new Map([[1,"SIGHUP"],[2,"SIGINT"],[6,"SIGABRT"],[13,"SIGPIPE"],[15,"SIGTERM"],[24,"SIGXCPU, the limit of processor time"]]);function ew(e){if(e===127)return"status 127 means that a command was not found";if(e===126)return"status 126 means that a file was found but cannot be executed";if(e===137)return"status 137 means that it was killed with SIGKILL, for example for want of memory";if(e===139)return"status 139 means that it crashed with a segmentation fault";const t=eb.get(e-128);return t===undefined?undefined:`status ${e} means that it was ended by ${t}`}function eg(e){if(e.jobs.length===0){return{cause:"step-failed",message:e.message,at:e.at}}const t=e.jobs.length>1?`${e.jobs[0]} (${e.jobs.slice(1).join(" / ")})`:e.jobs[0];if(e.unsupported!==undefined){return{cause:"unsupported",message:`job "${t}": ${e.message}`,at:e.at}}const n=ep(e.log);return{cause:"step-failed",message:`job "${t}": ${e.message}${n===undefined?"":`: ${n.said}`}`,at:e.at,help:n?.help}};const ey=5e5;const ek=200;const ev=2e3;const eS=1e6;function ej(e,t){const{files:n}=e.ports;const s=o(e.jobDirectory,"diagnostics");const r=(e,t)=>n.write(o(s,e),t.map(e=>`${e}
`).join(""));const a=e.scope.members();r("processes.txt",a.map(({pid:e,parent:t,step:n,command:s})=>`${e}	${t}	${n??"-"}	${s}`));r("listeners.txt",e.scope.listeners().flatMap(t=>{const n=e.scope.ownerOf(t);return n?.inScope===true?[`${t.address}:${t.port}	${n.pid}	${n.command}`]:[]}));r("markers.txt",t.map(e=>`${e.atMs} ms	${e.file}	${e.by}	${JSON.stringify(e.content)}`));r("environment.txt",Object.keys(e.env).sort());const c=M(n.readEnd(e.trace,ey)??"").slice(-ek);r("failed-commands.txt",c.flatMap(t=>{const n=i(e.jobDirectory,t.file);if(n===undefined||t.kind==="exit"&&t.status===0)return[];return[`status ${t.status}	${n}:${t.line}	${t.command.replace(/\\(.)/g,"$1")}`]}))}function e_(e){const{files:t}=e.ports;const n=o(e.jobDirectory,"diagnostics");const s=t.listDeep(e.jobDirectory,ev).filter(e=>!e.startsWith("diagnostics/")&&/\.out$|(?:^|\/)step\.exit$/.test(e));for(const i of s){const s=t.readEnd(o(e.jobDirectory,i),eS);if(s!==undefined)t.write(o(n,"logs",i),s)}return n}var eE=n(8563);var eN=n(1145);var eO=n(2505);var eM=n(1507);const ex=/^\s*!?\s*(?:always|never|completed|error|canceled)\s*$/;function eA(e,t,n){if(e===undefined)return n;if(e.kind==="text"&&ex.test(e.template.text.text)){const{expression:s}=(0,eM.Y)(e.template.text);return s===undefined?n:(0,eN.zz)((0,eO._)(s,t))}return(0,eN.zz)((0,eE.Vk)(e,t))};function eI(e,t,n){let s=()=>{};const o=new Promise(e=>{s=e});return{id:e,job:t,matrix:n,outcome:"waiting",blocked:false,startedMs:0,endedMs:0,outputs:{},stepOutputs:{},stop:new AbortController,ended:o,end:s}};function eP(e,t,n){const s=t.map(t=>eI(t.id,e,t.value));const o=e.matrix===undefined?Number.NaN:Number((0,eE.Vk)(e.matrix.maxParallel,n));let i=Number.isInteger(o)&&o>=1?o:Number.POSITIVE_INFINITY;const r=[];return{states:s,async enter(e){if(i<=0&&!e.aborted){await new Promise(t=>{r.push(t);const n=()=>{const e=r.indexOf(t);if(e!==-1)r.splice(e,1);t()};e.addEventListener("abort",n,{once:true})})}i-=1;return()=>{i+=1;r.shift()?.()}},failed(t){const o=e.matrix!==undefined&&(0,eN.zz)((0,eE.Vk)(e.matrix.failFast,n));if(!o)return;for(const e of s)if(e!==t)e.stop.abort()}}};function eT(e,t){const n=t.matrix===undefined?undefined:(0,eE.Vk)(t.matrix.values,{roots:{inputs:e.inputs}});const s=n!==undefined&&(0,eN.u4)(n)?n:{};const o=Object.entries(s).filter(([e])=>e!=="include"&&e!=="exclude");let i=o.length===0?[]:[{}];for(const[e,t]of o){const n=t!==undefined&&(0,eN.Lv)(t)?t:[t];i=i.flatMap(t=>n.map(n=>({...t,[e]:n})))}const r=eR(s["exclude"]);const a=i.filter(e=>!r.some(t=>eC(e,t)));const c=eR(s["include"]);const d=o.map(([e])=>e);const u=a.map(e=>{const t=c.filter(t=>eL(e,t,d));return Object.assign({},e,...t)});const l=c.filter(e=>!a.some(t=>eL(t,e,d)));return[...u,...l].map((e,n)=>({id:`${t.id}-${n}`,value:e}))}const eR=e=>e!==undefined&&(0,eN.Lv)(e)?e.filter(e=>e!==undefined&&(0,eN.u4)(e)):[];const eC=(e,t)=>Object.entries(t).every(([t,n])=>(0,eN.oQ)(e[t],n));function eL(e,t,n){const s=n.filter(e=>Object.hasOwn(t,e));return s.length>0&&s.every(n=>(0,eN.oQ)(e[n],t[n]))}var eD=n(9664);const eH=5e3;const eU=40;async function eW(e,t,n,s,o,i,a,c){const d=o.missing.length;const u=(0,eE.BB)(s.script,o.contexts);const l=o.missing.slice(d).find(e=>/^(?:needs|steps)\./.test(e));if(l!==undefined){return c(`step "${n.name}" reads "${l}", which nobody has written`,{at:eq(s.script,l,n.at)})}const f=await r(e.world,{filled:u,shell:s.shell,cwd:o.cwd,env:o.env,logs:o.logs,name:"script-unstable.sh",signal:i,graceMs:e.signal.aborted?e.world.plan.limits.stopMs:eH});if(f.status===0||a.last||!a.clean)eV(e,t,n,o);if(n.id===eD.Sj)eB(e,t,f);if(a.timeout.signal.aborted&&f.stopped)return c(`step "${n.name}" did not end in time`,{status:f.status});if(f.stopped)return"cancelled";if(f.status===0)return"passed";return c(`step "${n.name}" failed with status ${f.status}`,{...ez(e,u,f,n.at),...eG(t,n)})}function eB(e,t,n){const{service:s}=e;const o=t.outputs["exit_code"];const i=t.outputs["jobid"]!==undefined;const r=o!==undefined?Number(o):n.stopped||i?undefined:n.status;if(s===undefined||s.ended!==undefined||r===undefined&&n.stopped)return;s.ended={status:r,atMs:e.world.elapsed()};e.sinks.serviceEnded(s)}function eG(e,t){const n=e.outputs["exit_code"];return t.id===eD.Sj&&n!==undefined?{status:Number(n)}:{}}function eq(e,t,n){const s=t.split(".").at(-1)??"";const o=e.holes.find(({start:t,end:n})=>e.text.text.slice(t,n).includes(s));return o===undefined?n:e.text.spanOf(o.start,o.end)}function ez(e,t,n,s){const o=e.world.ports.files.readEnd(n.output,16384)??"";const i=T(e.world,{script:n.script,status:n.status,output:o});const r=i?.span;const a=i!==undefined&&i.file===n.script&&e.above.length===0;return{status:n.status,log:q(o,eU),at:r??(a?t.spanOfLine(i.line):s)}}function eV(e,t,n,s){const i=e.world.ports.files.read(o(s.logs,"outputs"),1e6)??"";const r={};for(const e of i.split("\n")){const t=/^([A-Za-z0-9_.-]+)=(.*?)\r?$/.exec(e);if(t?.[1]!==undefined)r[t[1]]=t[2]??""}Object.assign(t.outputs,r);if(n.id!==undefined)t.stepOutputs[n.id]=r};function eK(e,t){const n=e==="~"||e.startsWith("~/")?`${t["HOME"]??""}${e.slice(1)}`:e;if(/\$\(|`|\$\{[^}]*[^A-Za-z0-9_}]/.test(n))return undefined;return n.replace(/\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g,(e,n,s)=>t[n??s]??"")};function eF(e,t,n,s=()=>{}){const o=[...t.job.needs.map(e=>e.job),...t.job.matrix===undefined?[t.job.id]:[]];const i=Object.fromEntries(o.flatMap(n=>{const s=n===t.job.id?t:e.jobs.get(n);return s===undefined?[]:[[n,eX(s)]]}));const{plan:r}=e.world;const a=Object.fromEntries(r.sessions.map(({name:t})=>[t,`${r.name}_${e.world.jobNumber}_${t}`]));const c={inputs:e.inputs,needs:i,steps:eY(t),matrix:t.matrix,sessions:e.above.length===0?a:{},org:{},var:{}};const d={roots:c,row:0,state:n,missing:s};const u=eJ(e.workflow.env,d);const l=eJ(t.job.env,{...d,roots:{...c,env:u}});return{...d,roots:{...c,env:{...u,...l}}}}function eJ(e,t){return Object.fromEntries(e.map(({name:e,value:n})=>[e,n.kind==="text"?(0,eE.BB)(n.template,t).text:String((0,eE.Vk)(n,t)??"")]))}function eX(e){return{outputs:{...e.outputs},steps:eY(e)}}const eY=e=>Object.fromEntries(Object.entries(e.stepOutputs).map(([e,t])=>[e,{outputs:{...t}}]));function eZ(e){return e!==undefined&&(0,eN.u4)(e)?e:{}};function eQ(e,t,n,s,i){const r=[];const a=eF(e,t,s,e=>r.push(e));const c=eJ(n.env,a);const d={PW_WORKFLOW_STEP_CURRENT_RETRY:String(i.attempt),PW_WORKFLOW_STEP_MAX_RETRIES:String(i.attempts-1)};const u=o(e.logs,t.id,`step_${n.index}`);const l={...e.world.env,PW_JOB_DIR:e.directory,JOB_DIR:e.directory,OUTPUTS:o(u,"outputs"),PW_CHECK_STEP:[...e.above,t.id,n.index].join("/"),...n.retry!==undefined&&d,...t.job.matrix!==undefined&&{PW_MATRIX_INDEX:t.id.slice(t.id.lastIndexOf("-")+1)}};const f={...l,...e0(a.roots["env"]),...c,PW_API_KEY:l["PW_API_KEY"]??""};const p={...a,roots:{...a.roots,env:{...eZ(a.roots["env"]),...n.retry!==undefined&&d}}};const h=n.workingDirectory??t.job.workingDirectory;const m=h===undefined?"":(0,eE.BB)(h,p).text.trim();const $=eK(m,{...f,PWD:e.directory});if($===undefined){e.world.note({what:`working-directory "${m}"`,how:"skipped",why:"only variables and ~ are expanded; the step runs in the job directory"})}const b=$===undefined||$===""?e.directory:o(e.directory,$);return{contexts:p,env:f,cwd:b,logs:u,missing:r}}const e0=e=>Object.fromEntries(Object.entries(eZ(e)).map(([e,t])=>[e,String(t)]));function e1(e,t,n,s){if(n.host==="workspace")return undefined;const o=n.host??t.job.host;const i=o===undefined?undefined:(0,eE.Vk)(o,s.contexts);const r=i===undefined?"":(0,eN.AI)(i).trim();return e.world.hosts.includes(r)?undefined:r};function e2(e,t,n){const s=new AbortController;void e.world.ports.clock.sleep(t,s.signal).then(()=>{if(!s.signal.aborted)n.abort()});return s}function e3(e,t,n){if(e===undefined)return n;return(0,s.p)((0,eN.AI)((0,eE.Vk)(e,t)))??n};const e5=2e4;async function e6(e,t,n,s){for(const i of[...n].reverse()){const n=t.job.steps.find(e=>e.index===i);if(n?.cleanup===undefined)continue;const a=eQ(e,t,n,s,{attempt:0,attempts:1,last:true,counts:false,clean:false,timeout:new AbortController});const c=new AbortController;const d=e2(e,e5,c);await r(e.world,{filled:(0,eE.BB)(n.cleanup,a.contexts),shell:"bash",cwd:a.cwd,env:a.env,logs:o(a.logs,"cleanup"),name:"script-unstable.sh",signal:c.signal,graceMs:eH});d.abort()}};const e4=e=>e===undefined?"":(0,eN.AI)(e).trim();function e9(e,t){const{files:n}=e.ports;const s=t["path"]===undefined?"":e4(t["path"]);const r=o(e.jobDirectory,s);if(i(e.home,r)===undefined)return`checkout path "${s}" leads out of the job directory`;const a=t["sparse_checkout"];const c=a!==undefined&&(0,eN.Lv)(a)?a.map(e4).filter(e=>e!==""):[];const d=e8(e,e4(t["repo"]),c);if(d!==undefined){e.note({what:`checkout of ${d}`,how:"skipped",why:'it is another repository; provide its files with "run.before"'});return undefined}const{missing:u}=n.copyRepository({from:e.options.root,to:r,only:c.map(e=>e.replace(/^\/+|\/+$/g,""))});for(const t of u){e.note({what:`sparse_checkout "${t}"`,how:"skipped",why:"there is no such path in the working tree"})}return undefined}function e8(e,t,n){const s=/([^/:]+\/[^/:]+?)(?:\.git)?\/*$/.exec(t)?.[1];const i=e.plan.repository;const r=e=>e.toLowerCase().split("/").at(-1)??"";if(s===undefined||i===undefined||r(s)===r(i))return undefined;const a=n.some(t=>e.ports.files.kindOf(o(e.options.root,t.replace(/^\/+/,"")))!=="missing");return a?undefined:s}function e7(e,t,n){const s=e4(t["name"]);if(s===""||s==="undefined")return"update-session was given no session name";if(e4(t["type"])==="link"){const n=e4(t["url"]);if(n===""||n==="undefined")return'update-session of a link was given no "url"';e.world.note({what:`session ${s}`,how:"skipped",why:`a link is not opened: ${n}`});return undefined}e.sinks.sessionUpdated({session:s,host:e4(t["remoteHost"]),port:e4(t["remotePort"]),slug:e4(t["slug"]),slugAt:n.slug,at:n.step,atMs:e.world.elapsed()});return undefined}function te(e,t){const{jobs:n}=t;const s=tt(e.world,t);if(s!==undefined){e.world.note({what:`cancel-jobs of ${s}`,how:"skipped",why:"there is no other run here"});return}const o=n===undefined?undefined:(0,eN.Lv)(n)?n.map(e4):[e4(n)];for(const t of e.jobs.values()){if(o===undefined||o.includes(t.job.id))t.stop.abort()}}function tt(e,t){const n=e4(t["slug"]);if(n!=="")return n===e.slug?undefined:`run ${n}`;const s=e4(t["workflow"]);const o=e4(t["run"]);if(s===""&&o==="")return undefined;const i=(s===""||s===e.plan.name)&&(o===""||Number(o)===Number(e.jobNumber));return i?undefined:`run ${o} of ${s===""?e.plan.name:s}`};async function tn(e,t,n,s,i,r,a,c,d){const u=o(e.directory,"subworkflows",t.id,`step_${n.index}`);if(e.world.over.aborted)return"cancelled";const l=s.missing(i);if(l.length>0)return d(`step "${n.name}": missing required fields: ${l.join(", ")}`);e.world.ports.files.makeDirectory(u);const f=s.fill(i);const p=s.runsService?ts(e,t,n,f,r,u):e.service;if(s.runsService&&p!==undefined)e.sinks.serviceStarted(p);const h=await e.call({world:e.world,workflow:s.workflow,inputs:f,directory:u,logs:o(u,"logs"),above:[...e.above,t.id],service:p,sinks:c.counts?e.sinks:{...e.sinks,failed(){}},signal:a});if(c.timeout.signal.aborted)return d(`step "${n.name}" did not end in time`);if(a.aborted)return"cancelled";return[...h.values()].some(e=>e.outcome==="failed")?"failed":"passed"}function ts(e,t,n,s,i,r){const a={...e.world.env,PWD:r};const c=eK((0,eN.AI)(s["rundir"]??""),a)??r;const d=s["use_existing_script"]===true||s["use_existing_script"]==="true"?s["script_path"]:undefined;const u=d===undefined?undefined:eK((0,eN.AI)(d),{...i.env,PWD:c});return{job:e.above[0]??t.id,directory:o(r,c),source:u===undefined?undefined:o(r,c,u),injectsMarkers:s["inject_markers"]===true||s["inject_markers"]==="true",at:n.at}};const to=2e3;async function ti(e,t,n){const{service:s,world:i}=e;if(s===undefined)return;const r=[...e.jobs.values()].filter(e=>e!==t);const a=o(s.directory,"CANCEL_STREAMING");let c;const d=o(s.directory,`run.${i.slug}.out`);const u=o(s.directory,"job.ended");let l=0;for(;;){if(i.ports.files.kindOf(u)!=="missing")c??=i.elapsed();const o=r.every(e=>e.endedMs>0);const f=c!==undefined&&i.elapsed()-c>=to;const p=n.aborted||o||f||i.ports.files.kindOf(a)!=="missing";const h=i.ports.files.readFrom(d,l,65536);l=h.next;if(h.text!==""){i.emit({type:"output",job:s.job,lines:q(h.text,50),dropped:Math.max(0,h.text.split("\n").length-51)})}if(p){i.ports.files.remove(a);if(o&&r.some(e=>e.outcome==="failed")&&tr(e,d)){i.note({what:`job "${t.id}" of ${e.workflow.name}`,how:"stand-in",why:"it ended with the others here; on the platform it waits for ever for an output that nobody writes"})}return}await i.ports.clock.sleep(100,n)}}const tr=(e,t)=>e.world.ports.files.kindOf(t)==="missing";async function ta(e,t,n,s){const o=n.earlyCancel?[e.anyFailed.signal]:[];const i=AbortSignal.any([s.signal,...o]);const r=e.above.length===0?n.name:`${e.above.slice(1).concat(t.id,n.name).join(" / ")}`;e.world.emit({type:"step",job:e.above[0]??t.id,step:r,state:"started"});const a=eF(e,t,s.state);const c=1+tu(n.retry?.maxRetries,a,0);const d=n.retry!==undefined&&(0,eN.zz)((0,eE.Vk)(n.retry.cleanOnRetry,a));const u=n.ignoreErrors!==undefined&&(0,eN.zz)((0,eE.Vk)(n.ignoreErrors,a));let l="passed";for(let o=0;o<c;o++){const r=td(n,a);const f=new AbortController;const p=r===undefined?undefined:e2(e,r,f);const h=AbortSignal.any([i,f.signal]);const m=o+1>=c;l=await tl(e,t,n,{state:s.state,signal:h},{attempt:o,attempts:c,last:m,counts:m&&!u,clean:d,timeout:f});p?.abort();if(l!=="failed"||m)break;await e.world.ports.clock.sleep(e3(n.retry?.interval,a,5e3),i);if(i.aborted)l="cancelled";if(l==="cancelled")break;if(d)tc(e,t,n)}e.world.emit({type:"step",job:e.above[0]??t.id,step:r,state:"ended"});if(l==="failed"&&u)return"passed";return l}function tc(e,t,n){const{files:s}=e.world.ports;s.remove(o(e.logs,t.id,`step_${n.index}`));s.remove(o(e.directory,"subworkflows",t.id,`step_${n.index}`))}function td(e,t){const n=e.timeout===undefined?undefined:e3(e.timeout,t,Number.MAX_SAFE_INTEGER);const s=e.retry===undefined?undefined:e3(e.retry.timeout,t,3e4);return n===undefined?s:Math.min(n,s??n)}function tu(e,t,n){if(e===undefined)return n;const s=Number((0,eE.Vk)(e,t));return Number.isInteger(s)&&s>=0?Math.min(s,1e3):n}async function tl(e,t,n,s,o){const i=eQ(e,t,n,s.state,o);const r=tf(e,t,n,o);const a=(e,t={})=>{if(o.counts)r(e,t);return"failed"};const c=e1(e,t,n,i);if(c!==undefined)return a(`host "${c}" is not part of a local run`,{unsupported:`the host "${c}"`});const{action:d}=n;switch(d.kind){case"script":return eW(e,t,n,d,i,s.signal,o,a);case"stream-output":await ti(e,t,s.signal);return"passed";case"checkout":{const t=e9(e.world,eZ((0,eE.Vk)(d.with,i.contexts)));return t===undefined?"passed":a(t)}case"update-session":{const t=e7(e,eZ((0,eE.Vk)(d.with,i.contexts)),{step:n.at,slug:(0,eE.E0)(d.with,"slug")});return t===undefined?"passed":a(t)}case"cancel-jobs":te(e,eZ((0,eE.Vk)(d.with,i.contexts)));return s.signal.aborted?"cancelled":"passed";case"subworkflow":return tn(e,t,n,d.call,eZ((0,eE.Vk)(d.with,i.contexts)),i,s.signal,o,a);case"stand-in":return"passed";case"refused":return a(`"${d.uses}" cannot be run here: ${d.why}`,{unsupported:`"${d.uses}"`})}}function tf(e,t,n,s){return(o,i={})=>{e.sinks.failed({jobs:[...e.above,t.id],step:n.name,atMs:e.world.elapsed(),message:s.attempts>1?`${o} (attempt ${s.attempt+1} of ${s.attempts})`:o,at:i.at??n.at,log:i.log??[],status:i.status,unsupported:i.unsupported,service:tp(e,t,n)})}}function tp(e,t,n){if(e.service===undefined)return"no";const s=t.id==="slurm_job"||t.id==="pbs_job";return n.id===eD.Sj&&(!s||t.outputs["jobid"]!==undefined)?"script":"action"};async function th(e,t){t.outcome="running";t.startedMs=e.world.elapsed();if(e.above.length===0)e.sinks.jobChanged(t);const n=new AbortController;const s=AbortSignal.any([e.signal,t.stop.signal,n.signal]);const o={completed:true,error:false,canceled:false};const i=e3(t.job.timeout,eF(e,t,o),undefined);const r=i===undefined?undefined:e2(e,i,n);const a=[];let c=false;let d=false;const u=()=>({completed:!c&&!d,error:c,canceled:d});for(const n of t.job.steps){if(s.aborted){d=true;a.push(n.index);continue}const o=u();if(!eA(n.condition,eF(e,t,o),o.completed))continue;a.push(n.index);const i=await ta(e,t,n,{state:o,signal:s});if(i==="failed")c=true;if(i==="cancelled")d=true}r?.abort();if(n.signal.aborted){c=true;t$(e,t,`it did not end within its timeout of ${(i??0)/1e3} s`,t.job.at)}await e6(e,t,a,u());if(tm(e,t,u()))c=true;t.outcome=c?"failed":d?"cancelled":"passed"}function tm(e,t,n){let s=false;for(const o of t.job.outputs){const i=[];const r=eF(e,t,n,e=>i.push(e));Object.assign(t.outputs,eJ([o],r));const a=i.find(e=>/^(?:needs|steps)\./.test(e));if(a===undefined||!n.completed)continue;s=true;t$(e,t,`output "${o.name}" reads "${a}", which nobody has written`,o.span)}return s}function t$(e,t,n,s){e.sinks.failed({jobs:[...e.above,t.id],step:"",atMs:e.world.elapsed(),message:n,at:s,log:[],service:"no"})};async function tb(e){const t={roots:{inputs:e.inputs}};const n=new AbortController;const s={...e,signal:AbortSignal.any([e.signal,n.signal]),jobs:new Map,anyFailed:new AbortController,call:tb};const{timeout:o}=e.workflow;const i=e3(o,t,undefined);const r=i===undefined?undefined:e2(s,i,n);const a=new Map;for(const n of e.workflow.jobs){const e=tg(n,tw(n,t));const o=e.matrix===undefined?[{id:e.id,value:undefined}]:eT(s,e);const i=eP(e,o,t);for(const e of i.states)s.jobs.set(e.id,e);a.set(e.id,i)}const c=[...a.values()].flatMap(e=>e.states.map(t=>tk(s,t,e,a)));await Promise.all(c);r?.abort();if(n.signal.aborted)ty(s,i??0);return s.jobs}const tw=(e,t)=>e.computedNeeds===undefined?undefined:(0,eE.Vk)(e.computedNeeds,t);function tg(e,t){if(t===undefined)return e;const n=((0,eN.Lv)(t)?t:[t]).map(e=>e===undefined?"":(0,eN.AI)(e).trim()).filter(t=>t!==""&&!e.needs.some(e=>e.job===t));const s=n.map(e=>({job:e.replace(/:any$/,""),any:e.endsWith(":any")}));return{...e,needs:[...e.needs,...s]}}function ty(e,t){const{workflow:n,world:s}=e;e.sinks.failed({jobs:e.above,step:"",atMs:s.elapsed(),message:`the workflow did not end within its timeout of ${t/1e3} s`,at:n.timeoutAt??s.plan.at,log:[],service:"no"})}async function tk(e,t,n,s){const o=await tv(e,t,s);const i=await n.enter(AbortSignal.any([e.signal,t.stop.signal]));const r=tS(o);const a=eA(t.job.condition,eF(e,t,r),r.completed);const c=e.signal.aborted||t.stop.signal.aborted;if(!a||c&&t.job.condition===undefined){t.outcome=c?"cancelled":"skipped";if(!r.completed)t.blocked=true}else{await th(e,t)}i();t.endedMs=e.world.elapsed();if(t.outcome==="failed"){e.anyFailed.abort();n.failed(t)}if(e.above.length===0)e.sinks.jobChanged(t);t.end()}async function tv(e,t,n){const s=t=>{const s=e.jobs.get(t);return n.get(t)?.states??(s&&[s])};const o=t.job.needs.map(async({job:e,any:t})=>{const n=s(e)??[];if(t&&n.length>0){await Promise.race(n.map(e=>e.ended));return n.filter(e=>e.endedMs>0)}await Promise.all(n.map(e=>e.ended));return n});const i=(await Promise.all(o)).flat();const r=t.job.needs.some(({job:e})=>s(e)===undefined);if(r&&!e.signal.aborted)await new Promise(t=>e.signal.addEventListener("abort",()=>t(),{once:true}));return i}function tS(e){const t=e.some(e=>e.outcome==="failed"||e.outcome==="skipped"&&e.blocked);const n=e.some(e=>e.outcome==="cancelled");return{completed:!t&&!n,error:t,canceled:n}};function tj(e,t,n,s){let i=false;const r=tb({world:e,workflow:e.plan.workflow,inputs:e.plan.inputs,directory:e.jobDirectory,logs:o(e.jobDirectory,"logs"),above:[],service:undefined,signal:s,sinks:{failed(e){if(t.failure===undefined||e.service==="script")t.failure=e;t.changed()},serviceStarted(e){t.service??=e},serviceEnded:()=>t.changed(),sessionUpdated(s){n.sessionAt(s);t.session=s;t.sessionUpdated();e.ports.files.write(o(e.commands,"sessions.txt"),`${s.session}	running
`)},jobChanged(n){t.jobs.set(n.id,n);const{outcome:s}=n;if(s!=="waiting"){e.emit({type:"job",job:n.id,state:s==="running"?"started":s})}t.changed()}}}).then(()=>{i=true;t.changed()});return{finished:r,over:()=>i}}var t_=n(34);const tE=e=>`'${e.replaceAll("'","'\\''")}'`;function tN(e){return{pw:tx(e),ssh:tI(e),scp:tP(e),pkill:tT(e)}}const tO="#!/bin/bash\necho localhost\n";const tM=`if command -v perl > /dev/null; then
      perl -MSocket -e 'socket(S, PF_INET, SOCK_STREAM, 0) && bind(S, sockaddr_in(0, INADDR_ANY)) or exit 1; print +(sockaddr_in(getsockname(S)))[0], "\\n"'
    else
      while port=$((20000 + RANDOM % 12000)); (: < "/dev/tcp/127.0.0.1/$port") 2> /dev/null; do :; done
      echo "$port"
    fi`;function tx(e){return`#!/bin/bash
unset BASH_ENV
case "$\{1-} $\{2-}" in
  'agent open-port')
    ${tM}
    ;;
  'workflows runs')
    if [ "$\{3-}" = cancel ]; then
      shift 3
      while [[ "$\{1-}" == -* ]]; do shift; done
      echo "cancel $\{1-}" >> ${tE(e.requests)}
      exit 0
    fi
    ;;&
  'sessions ls' | 'session ls')
    cat ${tE(`${e.directory}/sessions.txt`)} 2> /dev/null || :
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
    printf '%s\\t%s\\n' "$name" "$PORT" >> ${tE(`${e.directory}/endpoints.txt`)}
    words=()
    for word in "$@"; do
      word=$\{word//'{port}'/$PORT}
      word=$\{word//'{host}'/localhost}
      words+=("$\{word//'{path}'//}")
    done
    exec "$\{words[@]}"
    ;;
  'endpoints http' | 'endpoint http' | 'endpoints https' | 'endpoint https')
    printf 'endpoint\\t%s\\n' "$\{3-}" >> ${tE(`${e.directory}/endpoints.txt`)}
    while :; do sleep 3600; done
    ;;
  'endpoints list' | 'endpoint list' | 'endpoints ls' | 'endpoint ls')
    cat ${tE(`${e.directory}/endpoints.txt`)} 2> /dev/null || :
    ;;
  'endpoints delete' | 'endpoint delete')
    touch ${tE(`${e.directory}/endpoints.txt`)}
    sed -i "/^$\{3-}\\t/d" ${tE(`${e.directory}/endpoints.txt`)}
    ;;
  'cluster ls' | 'clusters ls')
    printf 'NAME\\tSTATUS\\nlocal\\tactive\\n'
    ;;
  'ssh '*)
    shift
    words=()
    for word in "$@"; do
      case "$word" in ${e.resources.map(tE).join(" | ")}) word=localhost ;; esac
      words+=("$word")
    done
    exec ${tE(`${e.directory}/ssh`)} "$\{words[@]}"
    ;;
  *)
    echo "refused pw $\{1-} $\{2-}" >> ${tE(e.requests)}
    echo "pw $*: this command is not emulated in a local run" >&2
    exit 1
    ;;
esac
`}const tA=e=>e.hosts.map(tE).join(" | ");function tI(e){return`#!/bin/bash
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
  ${tA(e)}) ;;
  *)
    echo "refused ssh $host" >> ${tE(e.requests)}
    echo "ssh: host '$host' does not exist in a local run" >&2
    exit 255
    ;;
esac
[ $# -gt 0 ] || exit 0
cd "$HOME" || exit 255
export BASH_ENV=${tE(`${e.directory}/trace.sh`)}
exec bash -c "$*"
`}function tP(e){return`#!/bin/bash
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
      ${tA(e)}) ;;
      *)
        echo "refused scp $host" >> ${tE(e.requests)}
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
`}function tT(e){return`#!/bin/bash
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
  [[ " $\{words[*]} " == *${tE(` PW_CHECK_RUN=${e.marker} `)}* ]] || continue
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
`};const tR=e=>`'${e.replaceAll("'","'\\''")}'`;const tC=e=>`id=1
mkdir -p ${tR(e.spool)}
until mkdir ${tR(e.spool)}/"$id" 2> /dev/null; do id=$((id + 1)); done
job=${tR(e.spool)}/$id
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
`;const tL=(e,t)=>e.refusal===undefined?"":`echo "${t}: error: "${tR(e.refusal)} >&2
exit 1
`;function tD(e){const t=tR(e.spool);return{sbatch:`#!/bin/bash
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
${tL(e,"sbatch")}${tC(e)}[ -z "$held" ] || : > "$job/held"
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
  [ "$letter" = PD ] || { node=${tR(e.node)}; where=$node; }
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
printf 'PARTITION AVAIL  TIMELIMIT  NODES  STATE NODELIST\\nmain*        up   infinite      1   idle %s\\n' ${tR(e.node)}
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
`}}function tH(e){const t=tR(e.spool);return{qsub:`#!/bin/bash
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
${tL(e,"qsub")}${tC(e)}[ -z "$held" ] || : > "$job/held"
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
`}};const tU=`if [ -n "$\{PW_CHECK_PROCESSES-}" ]; then
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
`;const tW="00001";async function tB(e,t,n,s){const{files:i,machine:r}=t;const a=i.makeRunDirectory(s.marker);const c=o(a,"home");const d=o(a,"bin");const u=o(a,"trace");const l=o(c,"pw/jobs",e.name,tW);const f=e.mode==="controller"?undefined:await t.schedulers.state(e.mode);i.makeDirectory(o(a,"tmp"));i.makeDirectory(l);const p=[...new Set(["","localhost","127.0.0.1",e.resource.ip,r.hostname,"workspace"])];const h={directory:d,requests:b(a),marker:s.marker,hosts:p,resources:[e.resource.name,`${e.resource.namespace}/${e.resource.name}`,e.resource.uri]};for(const[e,t]of Object.entries(tN(h))){i.write(o(d,e),t,493)}for(const[n,s]of Object.entries(tF(e,t,a,f))){i.write(o(d,n),s,493)}for(const[t,n]of Object.entries(e.stubs)){if(!/^[\w.+-]+$/.test(t)||r.find(t)!==undefined)continue;i.write(o(d,t),n.startsWith("#!")?n:`#!/bin/bash
${n}
`,493);s.note({what:t,how:"stand-in",why:"it is not installed; the configuration has a stub for it"})}i.write(o(c,"pw/pw"),tN(h)["pw"]??"",493);i.write(o(d,"trace.sh"),tU);const m=await t.network.resolve(r.hostname);const $=e=>e.startsWith("127.")||r.addresses.includes(e);if(!m.some($)){i.write(o(d,"hostname"),tO,493);const e=m.length===0?"does not resolve":`resolves to ${m.join(", ")}, which is another machine`;s.note({what:"hostname",how:"emulated",why:`the name of this machine, ${r.hostname}, ${e}; scripts get localhost`})}if(f!==undefined)s.note(tz(e.mode,f));i.write(o(l,"inputs.sh"),tY(e));const w=`${e.name}-${tW}`;return{plan:e,ports:t,options:n,scope:await t.processes.open({directory:a,marker:s.marker}),marker:s.marker,directory:a,home:c,jobDirectory:l,commands:d,trace:u,jobNumber:tW,slug:w,hosts:p,emulatesScheduler:tq(f),filesBefore:new Set(["pw/pw"]),env:{...r.passedOn,LANG:r.passedOn["LANG"]??"C.UTF-8",PATH:[d,...r.programPath].join(":"),HOME:c,USER:r.user,LOGNAME:r.user,SHELL:"/bin/bash",TMPDIR:o(a,"tmp"),PW_USER:e.resource.user,PW_PLATFORM_HOST:"activate.localhost",PW_API_KEY:"a-local-run-has-no-key",PW_WORKFLOW_NAME:e.name,PW_JOB_NUMBER:tW,PW_JOB_NUM:tW,PW_RUN_ID:w,PW_RUN_SLUG:w,PW_JOB_ID:w,PW_PARENT_JOB_DIR:l,...tZ(e),...e.extraEnv,BASH_ENV:o(d,"trace.sh"),PW_CHECK_TRACE:u,...f?.kind==="answers"&&{PW_CHECK_PROCESSES:o(a,"processes")},PW_CHECK_RUN:s.marker},over:s.over,elapsed:s.elapsed,emit:s.emit,note:s.note}}const tG=e=>o(e,"spool");const tq=e=>e!==undefined&&e.kind!=="answers";function tz(e,t){switch(t.kind){case"answers":return{what:e,how:"ran",...t.flavour!==undefined&&{why:t.flavour}};case"missing":return{what:e,how:"emulated",why:"it is not installed on this machine"};case"silent":return{what:e,how:"emulated",why:`it is installed, but cannot be used: ${t.why}`};default:return(0,t_.x)(t)}}const tV=e=>o(e,"batch-jobs");function tK(e,t,n){const s=e==="slurm"?"sbatch":"qsub";const i=tJ(t.machine.find(s)??s);return{[s]:`#!/bin/bash
unset BASH_ENV
export BASH_ENV=${tJ(o(n,"bin/trace.sh"))}
answer=$(${i} "$@")
status=$?
[ -z "$answer" ] || printf '%s\\n' "$answer"
number=$\{answer##*job }
number=$\{number%%[!0-9]*}
[ -z "$number" ] || echo "${e} $number" >> ${tJ(tV(n))}
exit $status
`}}function tF(e,t,n,s){if(e.mode==="controller")return{};if(!tq(s))return tK(e.mode,t,n);const o={spool:tG(n),node:t.machine.hostname,refusal:e.scheduler.refusal};return e.mode==="slurm"?tD(o):tH(o)}const tJ=e=>`'${e.replaceAll("'","'\\''")}'`;const tX=e=>e.replace(/[^A-Za-z0-9_]/g,"_").replace(/^(?=\d)/,"_");function tY(e){return e.passed.map(({name:e,value:t})=>`export ${tX(e)}=${tJ(t)}
`).join("")}function tZ(e){return Object.fromEntries(e.passed.map(({name:e,value:t})=>[`PW_INPUT_${tX(e).toUpperCase()}`,t]))};const tQ=3;const t0=20;function t1(e,t,n){if(t.cause!=="not-listening")return t;const s=n.slice(0,t0).flatMap(t=>{const n=e.scope.ownerOf(t);if(n?.inScope!==true)return[];const s=n.command.split(" ")[0]??n.command;return[`${t.address}:${t.port} (${s.slice(s.lastIndexOf("/")+1)})`]});if(s.length===0){const e="the service must listen on the port that it writes to SESSION_PORT; see what it prints";return{...t,help:e}}const o=[...new Set(s)].slice(0,tQ).join(", ");return{...t,message:`${t.message}; the job listens on ${o}`,help:"give the service the port that is written to SESSION_PORT"}};const t2=10;const t3={builtIn:150,afterKill:500};const t5=2e5;async function t6(e,t){if(t===undefined)return undefined;const n=e.scope.members();const s=n.find(e=>/(?:^|[\s/])(?:run\.sh|slurm_script|\S+\.SC)(?:\s|$)/.test(e.command));if(s===undefined)return undefined;const o=n.filter(e=>e.parent===s.pid).at(-1);e.scope.signal(s.pid,"SIGURG");let i=await t9(e,s.pid,t3.builtIn);if(i===undefined&&o!==undefined){e.scope.signal(o.pid,"SIGKILL");i=await t9(e,s.pid,t3.afterKill)}if(i===undefined)return o&&t4(e,t,o);const r=e.ports.files.read(i.file,5e6)??"";const a=N(r,i.command,i.functionName);const c=i.inProgram?t.source:undefined;const d=a===undefined?undefined:H(e,i.file,a,c);return{command:i.command,at:d??(o&&Y(e,t,o.command))}}const t4=(e,t,n)=>({command:n.command,at:Y(e,t,n.command)});async function t9(e,t,n){const{clock:s,files:o}=e.ports;const i=s.now()+n;for(;;){const n=o.readEnd(e.trace,t5)??"";const r=O(n).findLast(e=>e.script===t);if(r!==undefined||s.now()>=i)return r;await s.sleep(t2)}};async function t8(e,t,n){const s=t1(e,n.problem(),n.opened());const o=Math.round(e.plan.limits.startMs/1e3);const{service:i}=t;const{content:r}=n.coordination;const a=r("job.started")===undefined&&r("SESSION_PORT")===undefined;const c=a||s.cause==="marker-missing"?await t6(e,i):undefined;if(a){const t=c===undefined?"the service's script did not get as far as job.started":`"${c.command}" was still running`;return{cause:"timeout",message:`${t} after ${o} s`,at:c?.at??V(e,i)}}const d=(n.service()?.listening??[]).flatMap(e=>e.command??[]);const u=c?.at===undefined?"":`: "${c.command}" was still running`;return{...s,message:`${t7(s.message,o)}${u}`,at:c?.at??ee(e,i,s,d)}}function t7(e,t){const[n=e,...s]=e.split("; ");return[`${n} within ${t} s`,...s].join("; ")};async function ne(e,t,n,s,o){const{plan:i}=e;const r=i.sessions.some(e=>e.kind==="tunnel");let a;void n.ended.then(n=>{a=n;if(n.kind==="ready")e.emit({type:"ready",readyMs:Math.round(n.readyMs)});t.changed()});for(;;){const c=new Promise(e=>{t.changed=e});if(o.aborted)return{skipped:"interrupted"};const d=ns(e,t,n,a,s.over());if(d!==undefined&&(r||s.over()))return{failure:d};const u=a?.kind==="ready"?a.readyMs:undefined;if(u!==undefined&&no(i,t,n.step()))return{};if(!r&&s.over())return{};const l=u===undefined?i.limits.startMs:u+i.limits.stableMs+i.limits.waitMs;const f=l-e.elapsed();if(f<=0)return u===undefined?{failure:d??await t8(e,t,n)}:{};const p=new AbortController;await Promise.race([c,e.ports.clock.sleep(Math.min(f,200),AbortSignal.any([o,p.signal]))]);p.abort()}}const nt=3e3;function nn(e,t){if(e?.service==="script")return{status:e.status};return e?.service==="action"?undefined:t?.ended}function ns(e,t,n,s,o){const{failure:i,service:r}=t;const a=(n.service()?.listening??[]).flatMap(e=>e.command??[]);const c=t=>({...t1(e,t,n.opened()),at:ee(e,r,t,a)});const d=t=>({cause:"unstable",message:`the service went away within ${e.plan.limits.stableMs} ms after it was ready: ${t}`,at:ee(e,r,{cause:"unstable",message:t},a)});if(s?.kind==="unstable")return d(s.problem.message);if(s?.kind==="ready")return i===undefined||i.service==="script"?undefined:eg(i);const u=nn(i,r);if(r!==undefined&&u!==undefined){const t=i===undefined&&e.scope.members().some(e=>e.step?.startsWith(`${r.job}/`)===true);if(!t){if(n.readySince()===undefined)return e$(e,r,u.status,n.problem());return d(`${z(e,r)} ended with status ${u.status??"unknown"}`)}}if(i!==undefined){if(i.jobs[0]===e.plan.waitJob&&r!==undefined&&n.coordination.content("job.ended")!==undefined){if(e.elapsed()-i.atMs<nt)return undefined}const t=n.problem();const s=i.jobs[0]===e.plan.waitJob&&i.unsupported===undefined;if(s&&i.at.file!==undefined&&t.cause!=="marker-missing")return c(t);return eg(i)}if(s?.kind==="hopeless")return c(s.problem);if(o&&e.plan.sessions.some(e=>e.kind==="tunnel"))return c(n.problem());return undefined}function no(e,t,n){const s=new Set([t.service?.job,n?.split("/")[0]]);let o=true;while(o){o=false;for(const t of e.workflow.jobs){if(!s.has(t.id)&&t.needs.some(e=>s.has(e.job))){s.add(t.id);o=true}}}return e.workflow.jobs.filter(e=>!s.has(e.id)).every(e=>[...t.jobs.values()].some(t=>t.job.id===e.id&&t.outcome!=="running"))};const ni=1500;const nr=20;const na=50;const nc=5e3;async function nd(e,t,n){const{clock:s}=e.ports;const o=s.now();let i=e.scope.members();let r=nl(i,t);while(i.length>0){const n=r||e.plan.mode!=="controller"&&!e.emulatesScheduler;const a=n?e.plan.limits.stopMs:ni;if(s.now()-o>=a)break;await s.sleep(nr);i=e.scope.members();r=nl(i,t)}const a=new Set(i.map(e=>e.pid));const c=i.length===0?[]:e.scope.listeners().filter(t=>a.has(e.scope.ownerOf(t)?.pid??-1));const d=[...await nu(e),...n];return{processes:i,script:r,leftovers:[...d.map(e=>({kind:"batch-job",id:e})),...i.map(e=>({kind:"process",pid:e.pid,command:e.command})),...c.map(e=>({kind:"port",port:e.port,address:e.address})),...nf(e)]}}async function nu(e){const{files:t}=e.ports;const n=t.read(tV(e.directory),1e5)??"";const s=[...n.matchAll(/^(?:slurm|pbs) (\d+)$/gm)].map(e=>e[1]??"");if(s.length===0)return[];const i=e.plan.mode==="slurm";const a=i?'[ -n "$(squeue --noheader --states=PD,R --jobs="$id" 2> /dev/null)" ]':'state=$(qstat -f "$id" 2> /dev/null | sed -n "s/^ *job_state = *//p"); [ -n "$state" ] && [[ "$state" != [CEF] ]]';const c=`for id in ${s.join(" ")}; do
  if ${a}; then echo "left $id"; ${i?"scancel":"qdel"} "$id"; fi
done
`;const d=await r(e,{filled:{text:c,spanOfLine:()=>e.plan.at},shell:"bash",cwd:e.directory,env:e.env,logs:o(e.directory,"queue"),name:"look.sh",signal:new AbortController().signal,graceMs:ni});const u=t.read(d.output,1e5)??"";return[...u.matchAll(/^left (\d+)$/gm)].map(e=>e[1]??"")}const nl=(e,t)=>t!==undefined&&e.some(e=>/(?:^|[\s/])run\.sh(?:\s|$)/.test(e.command)&&e.step?.startsWith(`${t.job}/`)===true);function nf(e){const{files:t}=e.ports;return t.listDeep(e.home,nc).filter(t=>!e.filesBefore.has(t)&&!o(e.home,t).startsWith(`${e.jobDirectory}/`)).slice(0,na).map(e=>({kind:"file",path:`~/${e}`}))};const np=1e3;const nh=60;async function nm(e,t){const{before:n,limits:s}=e.plan;if(n===undefined)return undefined;const i=new AbortController;void e.ports.clock.sleep(s.startMs,i.signal).then(()=>i.abort());const a=await r(e,{filled:{text:n,spanOfLine:()=>e.plan.at},shell:"bash",cwd:e.jobDirectory,env:{...e.env,PW_CHECK_REPOSITORY:e.options.root},logs:o(e.directory,"before"),name:"before.sh",signal:AbortSignal.any([t,i.signal]),graceMs:np});i.abort();if(a.status===0){for(const t of e.ports.files.listDeep(e.home,nc))e.filesBefore.add(t);return undefined}const c=q(e.ports.files.readEnd(a.output,65536)??"",nh);const d={observations:[],coordination:[],jobs:[],leftovers:[],log:c};if(t.aborted)return{...d,outcome:"skipped",skipped:"interrupted"};const u=c.findLast(e=>e.trim()!=="");const l=`"before" of the configuration ended with status ${a.status}${u===undefined?"":`: ${u}`}`;return{...d,outcome:"failed",failure:{cause:"step-failed",message:l,at:e.plan.at}}};const n$=e=>(e?.jobs()??[]).filter(e=>e.state==="PENDING"||e.state==="RUNNING").map(e=>e.id);function nb(e,t,n){const{service:s}=t;const{processes:o}=n;const i=V(e,s);if(o.length===0){const e=n.leftovers.flatMap(e=>e.kind==="batch-job"?[e.id]:[]);if(e.length===0)return[];const t=`batch job ${e.join(", ")} was still in the queue after the run was cancelled`;return[{cause:"left-processes",message:t,at:i,help:"cancel it in the clean-up of the step that submitted it"}]}if(n.script){return[{cause:"not-stopped",message:`${z(e,s)} was still running ${e.plan.limits.stopMs/1e3} s after it was cancelled`,at:Q(e,s)??i,help:"let the trap on TERM end the script"}]}const r=o.slice(0,3).map(e=>`"${e.command}"`).join(", ");const a=o.length>3?` and ${o.length-3} more`:"";const c=o.flatMap(t=>Y(e,s,t.command)??[]);const d=n.leftovers.find(e=>e.kind==="port");return[{cause:d===undefined?"left-processes":"left-port",message:`${r}${a} outlived the job after it was cancelled${d===undefined?"":` and still listens on port ${d.port}`}`,at:c[0]??i,help:"end it in a trap (trap \u2026 EXIT) or in cancel.sh"}]}const nw=1500;function ng(e,t,n,s){const{events:o}=n.coordination;const i=o.find(e=>e.file==="job.started");const r=o.find(e=>e.file==="SESSION_PORT");if(i===undefined||r===undefined||s===undefined||s.said==="ready")return[];const a=r.atMs-i.atMs;if(a<nw)return[];const c=i.by==="job_runner"?"job_runner wrote job.started (inject_markers)":"job.started was written";return[{cause:"marker-order",message:`${c} ${(a/1e3).toFixed(1)} s before SESSION_PORT, and job "${s.job}" did not get over it`,at:X(e,t.service,"SESSION_PORT")??V(e,t.service),help:i.by==="job_runner"?'set "inject_markers: false" and write the markers in start.sh, job.started last; or let the wait step wait for SESSION_PORT':"touch job.started after HOSTNAME and SESSION_PORT have been written"}]}function ny(e,t,n,s){const o=e.workflow.jobs.find(t=>t.id===e.waitJob);if(o===undefined)return undefined;const i=t.jobs.get(o.id);const r=o.steps[0]?.at??o.at;if(i===undefined||i.endedMs===0||i.endedMs>n)return{job:o.id,at:r,said:"nothing"};const a=Math.round(i.endedMs);if(i.outcome==="passed")return{job:o.id,at:r,said:"ready",atMs:a,notReadyAtMs:s};return{job:o.id,at:r,said:i.outcome==="failed"?"not-ready":"nothing",atMs:a}}function nk(e,t){if(e===undefined||t?.atMs===undefined||t.said==="nothing")return e;const{at:n}=e;if(n!==undefined&&n.file===t.at.file&&n.start===t.at.start)return e;const s=t.said==="ready"?"said that the service is ready":"gave up waiting for the service";const o=`job "${t.job}" ${s} after ${(t.atMs/1e3).toFixed(1)} s`;return{...e,related:[...e.related??[],{span:t.at,text:o}]}};const nv=["job.started","HOSTNAME","SESSION_PORT","job.ended"];const nS=250;const nj=4096;function n_(e,t,n){const{files:s}=e.ports;const i=new Map;const r=[];const a=(n,s)=>{if(s===""&&(n==="HOSTNAME"||n==="SESSION_PORT"))return;const o=r.filter(e=>e.file===n);if(o.some(e=>e.content.trim()===s.trim()))return;const i=n==="job.ended"||t()&&n!=="SESSION_PORT"&&o.length===0;const a={file:n,atMs:Math.round(e.elapsed()),content:s.slice(0,200),by:i?"job_runner":"start.sh"};r.push(a);e.emit({type:"coordination",event:a})};const c=t=>{const r=o(e.jobDirectory,t);const c=s.read(r,nj);const d=i.get(t);if(c===d)return;if(c===undefined)i.delete(t);else i.set(t,c);if(c!==undefined)a(t,c);n()};const d=()=>nv.forEach(c);const u=s.watch(e.jobDirectory,e=>{const t=nv.find(t=>t===e);if(t!==undefined)c(t)});const l=new AbortController;const f=async()=>{while(!l.signal.aborted){d();await e.ports.clock.sleep(nS,l.signal)}};void f();return{events:r,content:e=>i.get(e),look:d,close(){l.abort();u()}}};const nE=5e3;const nN=1e6;const nO=500;const nM=250;function nx(e){const{ready:t}=e.plan;const n=new Set;let s=Number.NEGATIVE_INFINITY;let o;const i=async n=>{if(t.command===undefined)return undefined;if(e.elapsed()-s>=nM){const i=await nL(e,t.command,n);o=i?undefined:nI(`the command "${t.command}" does not succeed`);s=e.elapsed()}return o};const r={file:()=>Promise.resolve(nP(e)),log:()=>Promise.resolve(nT(e)),command:i};return{async unmet(e){return await r.file(e)??await r.log(e)??await i(e)},async overdue(s){for(const o of["file","log","command"]){const i=t.deadlines[o];if(i===undefined||n.has(o)||e.elapsed()<i)continue;n.add(o);const a=await r[o](s);if(a===undefined)continue;return nA(a,i)}return undefined},probed(n){const s=t.deadlines.probe;return s===undefined||e.elapsed()<s?n:nA(n,s)}}}const nA=(e,t)=>({...e,message:`${e.message} within ${t/1e3} s`,final:true});const nI=e=>({cause:"timeout",message:e,help:'the configuration waits for it under "ready"'});function nP(e){const{file:t}=e.plan.ready;if(t===undefined||e.ports.files.kindOf(o(e.jobDirectory,t))!=="missing")return undefined;return nI(`the file "${t}" was not written`)}function nT(e){const{log:t}=e.plan.ready;if(t===undefined||nR(e).some(e=>nC(e,t)))return undefined;return nI(`the log has no line that matches "${t}"`)}function nR(e){const{files:t}=e.ports;const n=t.listDeep(o(e.jobDirectory,"logs"),nO).filter(e=>e.endsWith("/step.out")).map(e=>`logs/${e}`);return[`run.${e.slug}.out`,...n].flatMap(n=>t.readEnd(o(e.jobDirectory,n),nN)??[])}function nC(e,t){try{return new RegExp(t,"m").test(e)}catch{return e.includes(t)}}async function nL(e,t,n){const s=await e.scope.start({argv:["bash","-c",t],cwd:e.jobDirectory,env:{...e.env,...n!==undefined&&{HOSTNAME:n.host,SESSION_PORT:String(n.port)}},output:o(e.directory,"ready-command.out")});const i=new AbortController;void e.ports.clock.sleep(nE,i.signal).then(()=>s.signalGroup("SIGKILL"));const r=await s.ended;i.abort();return r.kind==="exit"&&r.code===0};const nD=3e3;async function nH(e,t){const{network:n}=e.ports;const{ready:s}=e.plan;if(s.probe==="tcp"){if(await n.accepts(t.host,t.port,nD))return{};const e=`port ${t.port} of ${t.host} cannot be connected to`;return{problem:{cause:"wrong-address",message:e}}}const o=`${s.tls?"https":"http"}://${t.host}:${t.port}${s.path}`;const i=await n.probe({...t,path:s.path,tls:s.tls,timeoutMs:nD,headers:s.headers});const r=i.kind==="answer"?{url:o,status:i.status}:undefined;return{probe:r,problem:await nU(e,t,o,i)}}async function nU(e,t,n,s){const{ready:o}=e.plan;const i=er(s,o.status,n);const r=i?.cause==="not-http"&&!o.tls;if(r&&await e.ports.network.speaksTls(t.host,t.port,1e3)){return{cause:"tls-mismatch",message:`port ${t.port} speaks TLS, but the session does not say "useTLS: true"`,help:'set "useTLS: true" on the session, or let the service speak plain HTTP'}}if(i!==undefined||s.kind==="none"||o.body===undefined)return i;if(s.body.includes(o.body))return undefined;return{cause:"http-error",message:`the answer of ${n} does not contain "${o.body}"`,help:'the configuration expects this text under "ready: http: body"'}};function nW(e){return{cause:"marker-missing",message:`${e} was never written`,help:e==="HOSTNAME"?"write it in start.sh: hostname > HOSTNAME":'write it in start.sh before the service starts: echo "$SESSION_PORT" > SESSION_PORT'}}function nB(e,t){const n=e.content("HOSTNAME");const s=e.content("SESSION_PORT");if(s===undefined||n===undefined){const e=t===undefined?undefined:en(t.port);if(t!==undefined&&e!==undefined){return{host:t.host===""?"localhost":t.host,port:e,from:"update-session"}}return nW(s===undefined?"SESSION_PORT":"HOSTNAME")}const o=en(s);if(o===undefined){const e=s.trim().slice(0,60);return{cause:"bad-port-file",message:e===""?"SESSION_PORT is empty":`SESSION_PORT holds "${e}", which is not a port`,help:"it must hold the number alone, such as 43117"}}const i=es(n);if(i!==undefined){return{cause:"bad-hostname",message:`HOSTNAME ${i}`,help:"write the name of the node: hostname > HOSTNAME"}}return{host:n.trim(),port:o,from:"files"}}const nG=(e,t)=>e?.split(/[\s=,@]+/).some(e=>e.replace(/:\d+$/,"")===t)===true;function nq(e,t,n,s,o){const i="let the service listen on 0.0.0.0";const r=n.map(e=>e.address).join(", ");const a=n.every(e=>eo(e.address));const c=eo(e.host)&&s.plan.mode==="controller"||o&&t.every(eo);if(a&&!c&&e.host!=="localhost"){return{cause:"wrong-address",message:`the service listens on ${r} only, which cannot be reached as ${e.host} from another host`,help:i}}if(!n.some(e=>t.some(t=>ei(e.address,t)))){return{cause:"wrong-address",message:`the service listens on ${r}, but ${e.host} is ${t.join(", ")}`,help:i}}return undefined};const nz={"bad-port-file":1500,"bad-hostname":1500,"foreign-listener":1e3,"wrong-address":3e3,"tls-mismatch":2e3,"not-http":8e3,"http-error":2e4};const nV=60;function nK(e,t){const{clock:n,network:s}=e.ports;const o=new AbortController;let i=()=>{};let r=[];let a;let c;let d=nW("SESSION_PORT");let u=e.elapsed();let l;let f=()=>{};const p=new Promise(e=>{f=e});let h=0;let m=false;let $;let b;let w;let g;let y=[];let k;let v;const S=nx(e);const j=new Map;const _=new Map;const E=n_(e,t,()=>i());const N=e.scope.watchListeners((e,t)=>{r=e;b=t;a??=new Set(e.map(e=>e.inode));i()});const O=t=>{if(t.cause!==d.cause||t.message!==d.message)u=e.elapsed();d=t};const M=t=>{if(!j.has(t.inode))j.set(t.inode,e.scope.ownerOf(t));return j.get(t.inode)};const x=async e=>{const t=_.get(e);if(t!==undefined)return t;const n=await s.resolve(e);if(n.length>0)_.set(e,n);return n};const A=async()=>{const t=nB(E,c);const n="cause"in t?undefined:t;const s="cause"in t?t:await I(t);const o=await S.overdue(n);if(o!==undefined)return o;if(s!==undefined)return S.probed(s);const i=l!==undefined&&e.elapsed()-l<e.plan.limits.stableMs;return i||n===undefined?undefined:await S.unmet(n)};const I=async t=>{k=t;const n=await x(t.host);if(n.length===0){return{cause:"bad-hostname",message:`HOSTNAME holds "${t.host}", which does not resolve`,help:"write the name of the node: hostname > HOSTNAME"}}const s=r.filter(e=>e.port===t.port);if(s.length===0)return{cause:"not-listening",message:`nothing listens on port ${t.port}`};if($===undefined){$=e.elapsed();w=b===undefined?undefined:Math.round(b);e.emit({type:"listening",port:t.port,address:s[0]?.address??""})}const o=s.map(e=>({socket:e,owner:M(e)}));y=o.map(e=>ea(e.socket,e.owner));v=o.find(e=>e.owner?.inScope===true)?.owner;const i=o.find(e=>e.owner?.inScope===false||e.owner===undefined&&a?.has(e.socket.inode)===true);if(v===undefined&&i!==undefined){return ec(t.port,i.owner)}const c=o.some(e=>nG(e.owner?.command,t.host));const d=nq(t,n,s,e,c);if(d!==undefined)return d;const u=l!==undefined&&e.elapsed()-l<e.plan.limits.stableMs;if(u)return undefined;if(!m){m=true;O({cause:"not-http",message:`port ${t.port} is open, but nothing has answered`})}const f=await nH(e,t);g=f.probe??g;return f.problem};const P=async()=>{for(;;){const t=new Promise(e=>{i=e});const s=e.elapsed();const r=await A();if(r!==undefined&&l===undefined)h=s;if(r===undefined){l??=e.elapsed();f();if(e.elapsed()-l>=e.plan.limits.stableMs)return{kind:"ready",readyMs:l}}else{O(r);if(l!==undefined)return{kind:"unstable",problem:r};if(r.final===true)return{kind:"hopeless",problem:r};const t=nz[r.cause];if(t!==undefined&&e.elapsed()-u>=t)return{kind:"hopeless",problem:r}}if(o.signal.aborted)return{kind:"hopeless",problem:d};const a=l===undefined?nV:Math.max(5,Math.min(250,e.plan.limits.stableMs-(e.elapsed()-l)));const c=new AbortController;await Promise.race([t,n.sleep(a,AbortSignal.any([o.signal,c.signal]))]);c.abort()}};return{ended:P(),up:p,coordination:E,sessionAt(e){c=e;i()},problem:()=>d,step:()=>v?.step,service:()=>k&&{hostname:k.host,port:k.port,openMs:$===undefined?undefined:Math.round($),listening:y,probe:g},opened:()=>r.filter(e=>a?.has(e.inode)!==true),detectMs:()=>w,readySince:()=>l,unreadyAt:()=>h,close(){o.abort();N();E.close();i()}}};const nF=["chromium","chromium-browser","google-chrome","google-chrome-stable","chrome"];const nJ={start:8e3,load:4e3,picture:1e4};const nX=500;const nY=50;const nZ=200;const nQ=e=>nF.map(t=>e.ports.machine.find(t)).find(e=>e!==undefined);async function n0(e,t,n,s,o){const{clock:i}=e.ports;const r=n.asked();const a=await n3(e,t,[`http://127.0.0.1:${n.port}${s}`]);let c=false;void a.ended.then(()=>{c=true});const d=i.now();let u=r;let l=d;while(!c&&!o.aborted){await i.sleep(nY,o);const e=i.now();if(n.asked()!==u){u=n.asked();l=e}const t=u!==r;if(t?e-l>=nX||e-d>=nJ.start+nJ.load:e-d>=nJ.start)break}await n5(e,a)}async function n1(e,t,n,s,i){const{ports:r,options:a,plan:c}=e;if(a.screenshotIn===undefined)return undefined;const d=`${c.name}-${c.mode}-${c.scenario}.png`.replace(/[^\w.-]/g,"_");const u=o(e.directory,d);const l=`http://127.0.0.1:${n.port}${s}`;for(const n of["--virtual-time-budget=4000","--timeout=3000"]){if(i.aborted)return undefined;const s=await n3(e,t,["--hide-scrollbars","--window-size=1280,800",n,`--screenshot=${u}`,l]);const c=new AbortController;await Promise.race([s.ended,r.clock.sleep(nJ.picture,AbortSignal.any([i,c.signal]))]);c.abort();await n5(e,s);if(r.files.kindOf(u)!=="file")continue;const f=o(a.screenshotIn,d);r.files.move(u,f);return f}return undefined}const n2=e=>o(e.directory,"browser");function n3(e,t,n){return e.scope.start({argv:[t,"--headless=new","--no-sandbox","--disable-gpu","--disable-dev-shm-usage","--disable-breakpad","--disable-crash-reporter","--no-first-run","--mute-audio","--proxy-server=direct://",`--user-data-dir=${n2(e)}`,...n],cwd:e.directory,env:{HOME:n2(e),PATH:e.env["PATH"]??"",LANG:"C.UTF-8",TMPDIR:"."},output:o(e.directory,"browser.out")})}async function n5(e,t){t.signalGroup("SIGKILL");await t.ended;for(const t of e.scope.members()){if(t.command.includes(n2(e)))e.scope.signal(t.pid,"SIGKILL")}await e.ports.clock.sleep(nZ)};const n6=20;const n4=/<([a-z][a-z0-9-]*)(\s[^>]{0,2000})>/gi;const n9=/\s(href|src|action)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;const n8=/new\s+WebSocket\(\s*(?:"|'|`)(?:wss?:\/\/(?:\$\{[^}]{0,200}\}|[^/"'`]{0,200}))?(\/[^"'`]{0,300})/g;const n7=(e,t)=>t===e||t.startsWith(`${e}/`)||t.startsWith(`${e}?`);const se=({status:e,type:t})=>e<300&&/html/i.test(t);function st(e,t,n){const s=[];const o=t.split("?")[0]??t;const i=(e,t)=>{if(s.length<n6&&!s.some(e=>e.target===t))s.push({kind:e,target:t,from:o})};if(n.status>=300&&n.status<400&&n.location!==undefined){const o=sd(n.location,t);if(o!==undefined&&!n7(e,o))i("redirect",n.location);return s}if(!se(n))return s;const r=sr(t,n.body);for(const{kind:t,written:s}of si(n.body)){const n=sd(s,r);if(n!==undefined&&!n7(e,n))i(t,s)}return[...s,...sn(e,t,n.body)].slice(0,n6)}function sn(e,t,n){const s=t.split("?")[0]??t;const o=[...n.matchAll(n8)].map(e=>e[1]??"");return[...new Set(o)].filter(t=>!t.includes("${")&&!n7(e,t)).map(e=>({kind:"websocket",target:e,from:s}))}function ss(e,t,n){const s=sr(t,n);const o=[...si(n)].flatMap(({tag:e,written:t})=>e==="script"?sd(t,s)??[]:[]);return[...new Set(o)].filter(t=>n7(e,t))}const so=e=>/<script\b/i.test(e);function*si(e){for(const[,t="",n=""]of e.matchAll(n4)){const e=t.toLowerCase();if(e==="base"||e==="link"&&!/rel\s*=\s*["']?(?:stylesheet|module)/i.test(n))continue;for(const t of n.matchAll(n9)){const n=t[2]??t[3]??t[4]??"";if(/^(?:#|[a-z][a-z0-9+.-]*:|\/\/)/i.test(n))continue;const s=e==="a"||e==="area"||t[1]?.toLowerCase()==="action";yield{kind:s?"link":"request",tag:e,written:n}}}}function sr(e,t){const n=/<base\s[^>]{0,500}href\s*=\s*["']([^"']{0,500})["']/i.exec(t)?.[1];return n===undefined?e:sd(n,e)??e}const sa=e=>/(?:^|\/)vnc(?:_lite|_auto)?\.html(?:\?|$)/.test(e);function sc(e,t,n){const s=n.some(e=>/url\s*\+=\s*['"]\/['"]\s*\+\s*\w*path|`\/\$\{path\}`/i.test(e));if(!sa(t)||!s)return undefined;const[o=t,i=""]=t.split("?");const r=new URLSearchParams(i).get("path")??"websockify";const a=`/${r.replace(/^\/+/,"")}`;return n7(e,a)?undefined:{kind:"websocket",target:a,from:o}}function sd(e,t){try{const n=new URL(e,`http://session.invalid${t}`);return n.hostname==="session.invalid"?n.pathname:undefined}catch{return undefined}};const su=4;function sl(e,t,n,s,o){if(s===undefined)return n.at;if(s.kind==="websocket"&&sa(s.from)){const o=s.from.slice(s.from.lastIndexOf("/")+1);if(n.slug.includes(o)&&n.slugAt!==undefined)return n.slugAt;return J(e,t,o)??n.slugAt??n.at}const i=s.target.split("?")[0]??s.target;const r=i.length<su?undefined:J(e,t,i);if(r!==undefined)return r;for(const n of o){const s=Y(e,t,n);if(s!==undefined)return s}return n.at};const sf=3e3;const sp=5;const sh=10;const sm=1e4;const s$=4e3;const sb=100;const sw=(e,t)=>`/me/session/${e}/${t}`;async function sg(e,t,n){const{target:s,service:o,commands:i,signal:r}=n;const a=en(s.port);if(a===undefined)return undefined;const{plan:c}=e;const d=sw(c.resource.user,s.session);t.route(d,{host:s.host===""?"localhost":s.host,port:a,tls:c.ready.tls});const u=s.slug==="undefined"?"":s.slug.replace(/^\/+/,"");const l=u.startsWith("?")?`${d}${u}`:`${d}/${u}`;const f=a===n.port?sm:s$;const p=await sy(e,t,d,l.split("#")[0]??l,f,r);const h=await sv(e,t,l,p,r);const m=sj([...p.strays,...sS(t,p)]);return{prefix:d,path:l,port:a,status:p.answer?.status,strays:m,at:sl(e,o,s,m[0],i),screenshot:h}}async function sy(e,t,n,s,o,i){const{clock:r}=e.ports;const a=r.now()+o;let c=s;let d=0;for(;;){const s=await s_(e,t,c);const o=s!==undefined&&s.status<500;if(!o&&r.now()<a&&!i.aborted){await r.sleep(sb,i);continue}if(s===undefined)return{path:c,answer:s,strays:[]};const u=st(n,c,s);const l=s.status>=300&&s.status<400?sN(s.location,c):undefined;if(u.length===0&&l!==undefined&&d<sp){c=l;d++;continue}if(!se(s))return{path:c,answer:s,strays:u};return{path:c,answer:s,strays:[...u,...await sk(e,t,n,c,s.body)]}}}async function sk(e,t,n,s,o){const i=sa(s)?sd("app/ui.js",s)??[]:[];const r=[...new Set([i,...ss(n,s,o)].flat())].filter(e=>n7(n,e)).slice(0,sh);const a=[];const c=[];for(const s of r){const o=await s_(e,t,s);if(o===undefined||o.status!==200)continue;a.push(o.body);c.push(...sn(n,s,o.body))}const d=sc(n,s,[o,...a]);return d===undefined?c:[...c,d]}async function sv(e,t,n,s,o){const i=e.options.screenshotIn!==undefined;const r=s.answer!==undefined&&se(s.answer)?s.answer:undefined;if(!i&&(r===undefined||!so(r.body)))return undefined;const a=nQ(e);if(a===undefined){const t=i?"screenshot":"scripts of the page";e.note({what:t,how:"skipped",why:"there is no Chromium on this machine"});return undefined}if(!i){await n0(e,a,t,n,o);return undefined}const c=await n1(e,a,t,n,o);e.note(c===undefined?{what:"screenshot",how:"skipped",why:"Chromium gave no picture"}:{what:"screenshot",how:"ran"});return c}function sS(e,t){return e.strays.filter(({url:e})=>!e.startsWith("/favicon.ico")).map(({url:e,websocket:n,from:s})=>({kind:n?"websocket":"request",target:e,from:s??t.path.split("?")[0]??t.path}))}function sj(e){const t=new Map;for(const n of e){const e=n.target.split("?")[0]??n.target;if(!t.has(e))t.set(e,n)}return[...t.values()]}async function s_(e,t,n){const s=await e.ports.network.probe({host:"127.0.0.1",port:t.port,path:n,tls:false,timeoutMs:sf});if(s.kind==="none")return undefined;return{status:s.status,location:sE(s,"location"),type:sE(s,"content-type")??"",body:s.body}}function sE(e,t){const n=e.headers[t];return typeof n==="string"?n:n?.[0]}function sN(e,t){if(e===undefined||!URL.canParse(e,`http://session.invalid${t}`))return undefined;const n=new URL(e,`http://session.invalid${t}`);return`${n.pathname}${n.search}`};function sO(e,t,n){const s=new AbortController;let o=false;let i;const r=async o=>{if(s.signal.aborted)return undefined;const i=(n.service()?.listening??[]).flatMap(e=>e.command??[]);const r=await e.ports.sessions.open();try{const{service:a}=t;const c=n.service()?.port;return await sg(e,r,{target:o,service:a,commands:i,port:c,signal:s.signal})}finally{await r.close()}};const a=()=>{const{session:e}=t;if(!o||e===undefined||i?.target===e||s.signal.aborted)return;const n=i?.visit??Promise.resolve(undefined);const a=n.then(()=>r(e));a.catch(()=>{});i={target:e,visit:a}};t.sessionUpdated=a;void n.up.then(()=>{o=true;a()});return{async finish(){a();return await i?.visit},async abandon(){s.abort();await i?.visit}}};const sM=60;const sx=5e3;async function sA(e,t,n,s,o){const i=crypto.randomUUID();const r=new AbortController;const a=await o.inPhase("prepare",()=>tB(e,t,n,{...o,marker:i,over:r.signal}));const c=new AbortController;let d=Promise.resolve();try{o.emit({type:"run-started",jobDirectory:a.jobDirectory});const e=await nm(a,s);if(e!==undefined)return e;return await sI(a,s,o,c,e=>{d=e})}finally{c.abort();await a.scope.close();const e=new AbortController;await Promise.race([d,t.clock.sleep(sx,e.signal)]);e.abort();r.abort();t.files.remove(a.directory)}}async function sI(e,t,n,s,o){const{plan:i}=e;const r={jobs:new Map,failure:undefined,service:undefined,session:undefined,sessionUpdated:()=>{},changed:()=>{}};const a=nK(e,()=>r.service?.injectsMarkers===true);const c=sO(e,r,a);const d=e.emulatesScheduler?f(e,tG(e.directory)):undefined;const u=y(e);const l=await n.inPhase("start",async()=>tj(e,r,a,AbortSignal.any([s.signal,u.cancelled])));o(l.finished);const{verdict:p,session:h}=await n.inPhase("wait",async()=>{const n=await ne(e,r,a,l,t);const s=n.failure===undefined&&n.skipped===undefined;return{verdict:n,session:s?await c.finish():undefined}});await c.abandon();const m=a.readySince();const $=a.service();const b=e.elapsed();if(p.failure!==undefined&&e.options.keepIn!==undefined){ej(e,a.coordination.events)}const w=await n.inPhase("stop",async()=>{a.close();s.abort();const t=new AbortController;await Promise.race([l.finished,e.ports.clock.sleep(i.limits.stopMs+2e3,t.signal)]);t.abort();u.close();await d?.settle();d?.close();return undefined}).then(()=>n.inPhase("inspect",()=>nd(e,r.service,n$(d))));for(const e of w.leftovers)n.emit({type:"leftover",leftover:e});const g=ny(i,r,b,Math.round(a.unreadyAt()));const k=p.skipped===undefined&&m!==undefined&&p.failure===undefined;const v=[...k?ng(e,r,a,g):[],...nb(e,r,w)];const S=nk(p.failure,g)??v[0];const j=p.skipped!==undefined?"skipped":S===undefined?"passed":"failed";return{outcome:j,failure:S,observations:p.failure===undefined?v.slice(1):v,skipped:p.skipped,readyMs:m===undefined?undefined:Math.round(m),detectMs:a.detectMs(),service:$,session:h,coordination:a.coordination.events,wait:g,jobs:[...r.jobs.values()].map(sP),leftovers:w.leftovers,log:sT(e,r),kept:sR(e,j)}}const sP=e=>({job:e.id,outcome:e.outcome==="waiting"||e.outcome==="running"?"cancelled":e.outcome,ms:e.startedMs===0?0:Math.round((e.endedMs||e.startedMs)-e.startedMs),outputs:{...e.outputs}});function sT(e,t){const n=eh(e,t.service,sM);const s=t.failure?.log??[];return n.length>0?n:s}function sR(e,t){const{keepIn:n,keep:s}=e.options;const{plan:i}=e;if(n===undefined||t!=="failed"&&s!=="all")return undefined;const r=o(n,[i.name,i.mode,i.scenario,...i.repetition===undefined?[]:[i.repetition]].join("-").replace(/[^\w.-]/g,"_"));e.ports.files.remove(r);e.ports.files.move(s===undefined?e_(e):e.jobDirectory,r);return r};function sC(){const e=[];let t=false;let n=()=>{};return{push(t){e.push(t);n()},end(){t=true;n()},async *[Symbol.asyncIterator](){for(;;){for(let t=e.shift();t!==undefined;t=e.shift())yield t;if(t)return;await new Promise(e=>{n=e})}}}};async function*sL(e,t,n,s){const o=sC();const i=new AbortController;const r=t.clock.now();const a=()=>t.clock.now()-r;let c=false;const d=t=>{if(c)return;c=t.type==="run-ended";o.push({...t,atMs:Math.round(a()),workflow:e.name,mode:e.mode,scenario:e.scenario})};const u=sD(e,t,n,AbortSignal.any([s,i.signal]),{elapsed:a,emit:d}).finally(o.end);u.catch(()=>{});try{yield*o}finally{i.abort();await u}}async function sD(e,t,n,s,o){const i=new Map(e.fidelity.map(e=>[e.what,e]));const r=[];const a=async(e,t)=>{const n=o.elapsed();o.emit({type:"phase",phase:e,state:"started"});try{return await t()}finally{r.push({phase:e,ms:Math.round(o.elapsed()-n)});o.emit({type:"phase",phase:e,state:"ended"})}};const c=await sU(e,t,n,s,{...o,inPhase:a,note:e=>i.set(e.what,e)});const d={workflow:e.name,path:e.path,mode:e.mode,scenario:e.scenario,...c,phases:r,fidelity:[...i.values()].sort((e,t)=>e.what<t.what?-1:1)};o.emit({type:"run-ended",record:d})}const sH={observations:[],coordination:[],jobs:[],leftovers:[],log:[]};async function sU(e,t,n,s,o){const i=e.requires.filter(n=>t.machine.find(n)===undefined&&!Object.hasOwn(e.stubs,n));if(i.length>0){const e=i.length===1?"is":"are";return{...sH,outcome:"skipped",skipped:`needs ${i.join(", ")}, which ${e} not installed`}}if(e.unsupported!==undefined){const{what:t,at:n}=e.unsupported;return{...sH,outcome:"failed",failure:{cause:"unsupported",message:`${t} cannot be run here`,at:n}}}if(s.aborted)return{...sH,outcome:"skipped",skipped:"interrupted before it started"};return sA(e,t,n,s,o)}}};