// 249b16fb218627d868a63e7b9eca529ccbccef70b826bcbde739c2eade69c281
(function(exports,require,module,__filename,__dirname){"use strict";const e=require("./program.js");const n=require("./lint.js");const t=require("./configuration-shapes.js");function s(e){return typeof e==="object"&&!Array.isArray(e)}function i(e){return Array.isArray(e)}function r(e){return e!==undefined&&e!==false&&e!==0&&e!==""&&!Number.isNaN(e)}function o(e){if(e===undefined)return"undefined";return typeof e==="object"?JSON.stringify(e):String(e)}function u(e){if(typeof e==="number")return e;if(typeof e!=="string"||e.trim()==="")return undefined;const n=Number(e);return Number.isNaN(n)?undefined:n}function a(e,n){if(c(e,n))return true;if(e===undefined||n===undefined)return(e??n)==="";if(typeof e==="number"||typeof n==="number"){const t=u(e);return t!==undefined&&t===u(n)}return false}function c(e,n){if(typeof e==="object"&&typeof n==="object")return JSON.stringify(e)===JSON.stringify(n);return e===n}function d(e,n){const t=u(e);const s=u(n);if(t!==undefined&&s!==undefined)return t-s;const i=e===undefined?"":o(e);const r=n===undefined?"":o(n);return i<r?-1:i>r?1:0}const l={d:864e5,h:36e5,m:6e4,s:1e3,"":1e3};function f(e){const n=/^(\d+)(d|h|m|s)?$/.exec(e.trim());return n===null?undefined:Number(n[1])*(l[n[2]??""]??1e3)}function p(e){const n=/^(?:(\d+)-)?(\d+)(?::(\d+))?(?::(\d+))?$/.exec(e.trim());if(n===null)return undefined;const[t,s,i,r]=n.slice(1).map(e=>Number(e??0));return(((t??0)*24+(s??0))*60+(i??0))*60+(r??0)}const h={completed:true,error:false,canceled:false};function m(e,t){const s=e=>m(e,t);switch(e.kind){case"number":case"string":case"boolean":return e.value;case"bareword":return $(e.value,t);case"null":return undefined;case"keyword":return _(e.keyword,t);case"path":return j(e,t);case"list":return e.items.map(s);case"group":return s(e.inner);case"not":return!r(s(e.operand));case"negate":return O("-",0,s(e.operand));case"binary":return y(e,s);case"ternary":return r(s(e.condition))?s(e.then):s(e.otherwise);case"get":return x(s(e.target),v(e.key,t));case"slice":return S(s(e.target),e.from&&s(e.from),e.to&&s(e.to));case"call":return w(e.name,t);default:return n.assertNever(e)}}const b=new Set(["inputs","needs","matrix","sessions"]);function $(e,n){if(e==="undefined")return undefined;return(b.has(e)?g(n.roots,e):undefined)??e}function _(e,t){const s=t.state??h;switch(e){case"always":return true;case"never":return false;case"completed":return s.completed;case"error":return s.error;case"canceled":return s.canceled;default:return n.assertNever(e)}}function w(e,n){switch(e){case"always":case"never":case"completed":case"error":case"canceled":return _(e,n);case"success":return _("completed",n);case"failure":return _("error",n);case"cancelled":return _("canceled",n);default:n.missing?.(`${e}()`);return undefined}}function j(e,n){let t=e.root===""?n.own:g(n.roots,e.root);let s=e.root;for(const i of e.parts){const e=k(i,n);s=`${s}.${o(e)}`;t=x(t,e);if(t===undefined)break}if(t!==undefined)return t;if(e.root==="org"||e.root==="var")return"";n.missing?.(s);return undefined}function k(e,t){switch(e.kind){case"name":return e.name;case"row-index":return t.row??0;case"computed":return m(e.key,t);default:return n.assertNever(e)}}function v(e,n){if(e.kind==="bareword"&&e.value==="index"&&n.row!==undefined)return n.row;return m(e,n)}function g(e,n){return Object.hasOwn(e,n)?e[n]:undefined}function x(e,n){if(e===undefined||n===undefined)return undefined;if(i(e)||typeof e==="string"){const t=u(n);return t===undefined?undefined:e.at(t)}return s(e)?g(e,o(n)):undefined}function S(e,n,t){if(typeof e!=="string"&&!i(e))return undefined;return e.slice(u(n)??0,u(t))}function y({operator:e,left:t,right:s},i){const o=i(t);switch(e){case"&&":return r(o)?i(s):o;case"||":return r(o)?o:i(s);case"??":return o??i(s);case"==":return a(o,i(s));case"!=":return!a(o,i(s));case"===":return c(o,i(s));case"!==":return!c(o,i(s));case"<":return d(o,i(s))<0;case"<=":return d(o,i(s))<=0;case">":return d(o,i(s))>0;case">=":return d(o,i(s))>=0;case"in":return P(i(s),o);case"!in":return!P(i(s),o);case"includes":return P(o,i(s));case"!includes":return!P(o,i(s));case"+":case"-":case"*":case"/":case"//":case"**":case"%":return O(e,o,i(s));default:return n.assertNever(e)}}function P(e,n){if(i(e))return e.some(e=>a(e,n));if(s(e))return Object.hasOwn(e,o(n));if(e===undefined||n===undefined)return false;return o(e).includes(o(n))}function O(e,t,s){if(e==="+"&&!(typeof t==="number"&&typeof s==="number")){return A(t)+A(s)}const i=u(t);const r=u(s);if(i===undefined||r===undefined)return undefined;switch(e){case"+":return i+r;case"-":return i-r;case"*":return i*r;case"/":return i/r;case"//":return Math.floor(i/r);case"**":return i**r;case"%":return i%r;default:return n.assertNever(e)}}function A(e){return e===undefined?"":o(e)}function T(e){const t=n.findExpressions(e.text).filter(e=>e.closed);const s=t.map(({start:t,end:s})=>({start:t,end:s,expression:n.parseExpression(e.slice(t+3,s-2)).expression}));const i=t.length===1?t[0]:undefined;return{text:e,holes:s,whole:i!==undefined&&e.text.trim().length===i.end-i.start}}function E(e){if(e===undefined)return{kind:"literal",value:undefined};switch(e.kind){case"scalar":if(typeof e.value==="string")return{kind:"text",template:T(e.text)};return{kind:"literal",value:e.value??undefined};case"sequence":return{kind:"list",items:e.items.map(E)};case"map":return{kind:"map",entries:e.pairs.map(e=>({name:e.key.text.text,value:E(e.value),span:e.key.span}))}}}function D(e,n){const t=e.kind==="map"?e.entries.find(e=>e.name===n):undefined;if(t?.value.kind!=="text")return undefined;const{text:s}=t.value.template;return s.spanOf(0,s.text.length)}function B(e,n){const t=e.text.text;const s=[];let i="";let r=0;for(const{start:u,end:a,expression:c}of e.holes){s.push({at:i.length,from:r,verbatim:true});i+=t.slice(r,u);s.push({at:i.length,from:u,verbatim:false});i+=c===undefined?"":o(m(c,n));r=a}s.push({at:i.length,from:r,verbatim:true});i+=t.slice(r);const u=e=>{const n=s.findLast(n=>n.at<=e);if(n===undefined)return 0;return n.verbatim?n.from+e-n.at:n.from};return{text:i,spanOfLine(n){const t=C(i,n);const s=i.indexOf("\n",t);const r=s===-1?i.length:s;const o=/^[ \t]*/.exec(i.slice(t,r))?.[0].length??0;const a=i.slice(t,r).trimEnd().length;const c=u(t+Math.min(o,a));const d=u(t+a);return e.text.spanOf(c,Math.max(c,d))}}}function C(e,n){let t=0;for(let s=1;s<n;s++){const n=e.indexOf("\n",t);if(n===-1)return t;t=n+1}return t}function N(e,n){switch(e.kind){case"literal":return e.value;case"text":{const t=e.template.holes[0];if(e.template.whole&&t!==undefined){return t.expression===undefined?"":m(t.expression,n)}return B(e.template,n).text}case"list":return e.items.map(e=>N(e,n));case"map":return Object.fromEntries(e.entries.map(e=>[e.name,N(e.value,n)]))}}function M(e,n){return e.holes.flatMap(({expression:e})=>e===undefined?[]:W(e,n))}function W(e,n){const t=[];const s=e=>{if(Array.isArray(e))e.forEach(s);else if(typeof e==="object"&&e!==null){const i=e;if(i.kind==="path"&&i.root===n){t.push((i.parts??[]).map(e=>e.kind==="name"?e.name:""))}Object.values(e).forEach(s)}};s(e);return t}const H=4;function I(e,n,t){const s=J(e.form.inputs);const i=en(n);let r={};for(let e=0;e<H;e++){const e=r;const n={};for(const r of s){const s=z(r,i,t,R(r,e,t));if(s!==undefined)ee(n,r.reference,s)}r=n;if(JSON.stringify(e)===JSON.stringify(r))break}const o=r;const u=[];const a=[];for(const e of s){const n=R(e,o,t);if(L(e,n,o,t)){ee(r,e.reference,"");continue}const s=Z(o,e.reference);if(s===undefined||s===""){const i=X(e,n,o,t);if(i!==undefined&&s===undefined)a.push(i)}u.push(...K(e.reference.join("."),s))}return{inputs:r,passed:u,findings:a}}function q(e){return J(e.form.inputs).map(e=>e.reference.join("."))}function J(e){return e.flatMap(e=>{const n=e.type?.value;if(n==="header")return[];if(n==="list")return[e];return n==="group"||n==="step"||e.items.length>0?J(e.items):[e]})}function R(e,n,t){const s={roots:{...t.roots,inputs:n}};const i={};for(const n of["hidden","disabled","optional"])i[n]=U(e,n,{...s,own:i});return{...s,own:i}}function U(e,t,s){const i=n.valueAt(e.node,t);return i===undefined?false:r(N(E(i),s))}function F(e,n,t,s,i){if(U(n,e,t))return true;const{parent:r}=n;return r!==undefined&&F(e,r,R(r,s,i),s,i)}const L=(e,n,t,s)=>F("ignore",e,n,t,s);function z(e,t,s,i){const r=Z(t,e.reference)??Z(t,e.path);const o=e.type?.value??"string";if(r!==undefined&&r!=="")return Y(o,r,s);const u=n.valueAt(e.node,"default");const a=u===undefined?undefined:N(E(u),i);return Y(o,a??G(e,o,i),s)}function G(e,n,t){switch(n){case"boolean":return false;case"multi-dropdown":case"checkbox-group":case"list":return[];case"dropdown":return V(e,t);default:return undefined}}function V(e,t){const r=n.valueAt(e.node,"options");const o=r===undefined?undefined:N(E(r),t);const u=o!==undefined&&i(o)?o[0]:undefined;if(u===undefined||typeof u!=="object")return u;return s(u)?u["value"]:undefined}function Y(e,n,t){switch(e){case"compute-clusters":case"compute-resources":return typeof n==="object"?n:t.resource;case"number":{const e=typeof n==="string"&&n.trim()!==""?Number(n):n;return typeof e==="number"&&Number.isNaN(e)?n:e}case"boolean":return n==="true"?true:n==="false"?false:n;case"duration":return typeof n==="string"?p(n)??n:n;case"string":case"password":case"editor":case"color-picker":return typeof n==="number"||typeof n==="boolean"?String(n):n;default:return n}}const Q=/^(?:slurm-|pbs-|kubernetes-|organization-|ai-model|allocations|bucket|region|zone|instance-type|compute-)/;function X(e,t,s,i){const r=e.type?.value??"string";if(Q.test(r))return undefined;if(U(e,"optional",t)||F("hidden",e,t,s,i))return undefined;const o=n.textOf$1(n.valueAt(e.node,"label"));const u=e.reference.join(".");return{label:o??u,message:`input "${o??u}" is required and has no value`,at:e.name.span,help:`give it a "default", or a value with -i ${u}=\u{2026} or in a scenario file`}}function K(e,n){if(n===undefined)return[];if(i(n))return[{name:e,value:JSON.stringify(n)}];if(s(n))return Object.entries(n).flatMap(([n,t])=>K(`${e}.${n}`,t));return[{name:e,value:String(n)}]}function Z(e,n){let t=e;for(const e of n){if(typeof t!=="object"||t===null||!Object.hasOwn(t,e))return undefined;t=t[e]}return t}function ee(e,n,t){let s=e;for(const e of n.slice(0,-1)){const n=Object.hasOwn(s,e)?s[e]:undefined;if(typeof n==="object"&&n!==null)s=n;else{const n={};Object.defineProperty(s,e,{value:n,enumerable:true,configurable:true,writable:true});s=n}}const i=n.at(-1)??"";Object.defineProperty(s,i,{value:t,enumerable:true,configurable:true,writable:true})}function en(e){const n={};for(const[t,s]of Object.entries(e)){if(typeof s==="object"&&s!==null&&!Array.isArray(s)){for(const[e,i]of et(s,[])){ee(n,[...t.split("."),...e],i)}}else ee(n,t.split("."),s)}return n}function*et(e,n){for(const[t,s]of Object.entries(e)){const e=[...n,...t.split(".")];if(typeof s==="object"&&s!==null&&!Array.isArray(s)){yield*et(s,e)}else yield[e,s]}}function es(e,n,t){let i=e;for(const e of n.split(".")){i=i!==undefined&&s(i)&&Object.hasOwn(i,e)?i[e]:undefined}return i===undefined||i===""?t:i}function ei(e,n,t,s){const i=Object.entries(t).map(([t,i])=>[t,s?"":es(e,`${n}.${t}`,i)]);return Object.fromEntries(i)}const er=e=>es(e,"resource",undefined)===undefined?["resource"]:[];const eo="service-script";function eu(e){return T(n.verbatim(n.filePath("built-in"),e,0))}function ea(e){return{kind:"text",template:eu(e)}}function ec(e,n){return{id:e.id,at:n,needs:(e.needs??[]).map(e=>({job:e,any:false})),condition:e.condition===undefined?undefined:ea(e.condition),env:[],host:ea("${{ inputs.resource.ip }}"),workingDirectory:eu("${{ inputs.rundir }}"),timeout:undefined,outputs:[],matrix:undefined,steps:e.steps.map((e,t)=>ed(e,t,n))}}function ed(e,n,t){return{index:n,id:e.id,name:e.name,at:t,condition:undefined,env:[],host:undefined,workingDirectory:undefined,timeout:undefined,retry:undefined,earlyCancel:false,ignoreErrors:undefined,cleanup:e.cleanup===undefined?undefined:eu(e.cleanup),action:typeof e.action==="string"?{kind:"script",script:eu(e.action),shell:"bash"}:e.action}}const el="0.2";function ef(e){return{runsService:true,missing:er,fill:ep,workflow:{name:"job_runner",env:[],jobs:ek.map(n=>ec(n,e))}}}function ep(e){const n=es(e,"scheduler",false);const t=es(e,"resource.schedulerType","");const s=es(e,"use_existing_script",false);const i=es(e,"resource.provider","");const r=i==="existing"&&t!=="slurm"||n===false;const o=t!=="pbs"||n===false;return{...e,shebang:es(e,"shebang","#!/bin/bash"),rundir:es(e,"rundir","${PWD}"),use_existing_script:s,script:s===true?"":es(e,"script",'echo "$(date) Running"\n'),script_path:s===false?"":es(e,"script_path",undefined),scheduler:n,inject_markers:false,slurm:{is_disabled:es(e,"slurm.is_disabled",r),...ei(e,"slurm",{partition:undefined,time:"01:00:00",scheduler_directives:undefined},r)},pbs:{is_disabled:es(e,"pbs.is_disabled",o),...ei(e,"pbs",{scheduler_directives:undefined},o)}}}const eh=`if [ "$\{{ inputs.use_existing_script }}" = true ]; then
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
`;const em=e=>`cat > run.sh << END_OF_HEAD
$\{{ inputs.shebang }}
${e}END_OF_HEAD
cat run-template.sh >> run.sh
chmod +x run.sh
`;const eb=em(`#PBS -N $\{PW_JOB_ID}
#PBS -o $\{PWD}/run.$\{PW_JOB_ID}.out
#PBS -j oe
$\{{ inputs.pbs.scheduler_directives }}
cd $\{PWD}
`);const e$=`${em(`#SBATCH --job-name=$\{PW_JOB_ID}
#SBATCH --partition=$\{{ inputs.slurm.partition }}
#SBATCH --time=$\{{ inputs.slurm.time }}
#SBATCH --chdir=$\{PWD}
#SBATCH -o $\{PWD}/run.$\{PW_JOB_ID}.out
#SBATCH -e $\{PWD}/run.$\{PW_JOB_ID}.out
`)}sed -i -E -e '/^#SBATCH --[^=]*=([^:]*:)?(undefined)?$/d' -e '/#SBATCH.*=none$/d' -e '/#SBATCH.*=gpu:0$/d' -e '/^[[:space:]]*$/d' run.sh
`;const e_=`case "$\{jobid}" in
  '' | *[!0-9]*) echo "job_runner: the scheduler gave no job id" >&2; exit 1 ;;
esac
echo "jobid=$\{jobid}" >> "$OUTPUTS"
`;const ew=`jobid=$(qsub run.sh)
jobid=$\{jobid%%.*}
${e_}while state=$(qstat -f "$\{jobid}" 2> /dev/null | sed -n 's/.*job_state = *//p'); [ -n "$\{state}" ] && [ "$\{state}" != C ]; do
  sleep ${el}
done
known=$(qstat -x -f "$\{jobid}" 2> /dev/null | sed -n 's/.*[Ee]xit_status = *//p')
[ -z "$\{known}" ] || echo "exit_code=$\{known}" >> "$OUTPUTS"
`;const ej=`answer=$(sbatch run.sh)
jobid=$\{answer##*[!0-9]}
${e_}while [ -n "$(squeue --noheader --jobs="$\{jobid}" 2> /dev/null)" ]; do
  sleep ${el}
done
known=$(scontrol -o show job "$\{jobid}" 2> /dev/null | sed -n 's/.*ExitCode=\\([0-9]*\\):\\([0-9]*\\).*/\\1/p')
[ -z "$\{known}" ] || echo "exit_code=$\{known}" >> "$OUTPUTS"
`;const ek=[{id:"stream_output",steps:[{name:"Stream Output",action:{kind:"stream-output"}}]},{id:"create_script_template",steps:[{name:"Create Script Template",action:eh}]},{id:"ssh_job",needs:["create_script_template"],condition:"${{ inputs.slurm.is_disabled && inputs.pbs.is_disabled }}",steps:[{name:"Create Script",action:em("cd ${PWD}\n")},{name:"Submit Script",id:eo,action:'./run.sh > "run.${PW_JOB_ID}.out" 2>&1\n'}]},{id:"pbs_job",needs:["create_script_template"],condition:"${{ inputs.pbs.is_disabled == false }}",steps:[{name:"Create PBS Script",action:eb},{name:"Submit and Monitor PBS Job",id:eo,action:ew}]},{id:"slurm_job",needs:["create_script_template"],condition:"${{ inputs.slurm.is_disabled == false }}",steps:[{name:"Create SLURM Script",action:e$},{name:"Submit and Monitor SLURM Job",id:eo,action:ej}]},{id:"cleanup",needs:["ssh_job","pbs_job","slurm_job"],condition:"${{ always }}",steps:[{name:"Cleanup",action:"touch COMPLETED\n",cleanup:`touch CANCEL_STREAMING
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
`}]}];const ev="0.2";function eg(e){return{runsService:true,missing:er,fill:ex,workflow:{name:"job_runner",env:[],jobs:eC.map(n=>ec(n,e))}}}function ex(e){const n=es(e,"scheduler",false);const t=es(e,"resource.schedulerType","");const s=es(e,"use_existing_script",false);const i=e=>t!==e||n===false;const r=(n,t)=>({is_disabled:es(e,`${n}.is_disabled`,i(n)),...ei(e,n,t,i(n))});return{...e,resource:es(e,"resource",undefined),shebang:es(e,"shebang","#!/bin/bash"),rundir:es(e,"rundir","${PWD}"),use_existing_script:s,script:s===true?"":es(e,"script",'echo "$(date) Running in directory ${PWD}"\n'),script_path:s===false?"":es(e,"script_path",undefined),scheduler:n,inject_markers:es(e,"inject_markers",true),poll_interval:es(e,"poll_interval",15),slurm:r("slurm",{account:undefined,partition:undefined,qos:undefined,time:"04:00:00",nodes:1,cpus_per_task:4,gres:undefined,mem:undefined,constraint:undefined,array:undefined,scheduler_directives:undefined}),pbs:r("pbs",{account:undefined,queue:undefined,select:undefined,walltime:"04:00:00",scheduler_directives:undefined})}}const eS=`rm -f CANCEL_STREAMING COMPLETED HOSTNAME job.ended job.started jobid run.sh run-template.sh
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
`;const ey=`cat > run.sh << 'END_OF_SHEBANG'
$\{{ inputs.shebang }}
END_OF_SHEBANG
`;const eP=`add() {
  case "$2" in
    '' | undefined) ;;
    *) printf '%s%s\\n' "$1" "$2" >> run.sh ;;
  esac
}
`;const eO=`${ey}echo "cd $\{PWD}" >> run.sh
cat run-template.sh >> run.sh
chmod +x run.sh
./run.sh > "run.$\{PW_JOB_ID}.out" 2>&1
status=$?
echo "exit_code=$\{status}" >> "$OUTPUTS"
touch job.ended
exit "$\{status}"
`;const eA=`${ey}${eP}{
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
`;const eT=`answer=$(qsub run.sh 2>&1) || { echo "job_runner: qsub failed: $\{answer}" >&2; exit 1; }
jobid=$\{answer%%.*}
case "$\{jobid}" in
  '' | *[!0-9]*) echo "job_runner: qsub gave no job id: $\{answer}" >&2; exit 1 ;;
esac
echo "jobid=$\{jobid}" >> "$OUTPUTS"
echo "$\{jobid}" > jobid
while :; do
  sleep ${ev}
  state=$(qstat -f "$\{jobid}" 2> /dev/null | sed -n 's/.*job_state = *//p')
  case "$\{state}" in
    C | E | F | '') break ;;
  esac
done
status=$(qstat -f "$\{jobid}" 2> /dev/null | sed -n 's/.*Exit_status = *//p')
known=$(qstat -x -f "$\{jobid}" 2> /dev/null | sed -n 's/.*[Ee]xit_status = *//p')
[ -z "$\{known}" ] || echo "exit_code=$\{known}" >> "$OUTPUTS"
touch job.ended
case "$\{status}" in
  '' | 0 | 271 | -11 | -12) exit 0 ;;
  *) echo "job_runner: the job ended with status $\{status}" >&2; exit 1 ;;
esac
`;const eE=`${ey}${eP}{
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
`;const eD=`answer=$(sbatch run.sh 2>&1) || { echo "job_runner: sbatch failed: $\{answer}" >&2; exit 1; }
jobid=$\{answer##*[!0-9]}
if [ -z "$\{jobid}" ]; then
  echo "job_runner: sbatch gave no job id: $\{answer}" >&2
  exit 1
fi
echo "jobid=$\{jobid}" >> "$OUTPUTS"
echo "$\{jobid}" > jobid
while [ -n "$(squeue --noheader --jobs="$\{jobid}" 2> /dev/null)" ]; do
  sleep ${ev}
done
state=$(sacct -j "$\{jobid}" --format=state --noheader 2> /dev/null | head -n 1 | tr -d ' ')
known=$(scontrol -o show job "$\{jobid}" 2> /dev/null | sed -n 's/.*ExitCode=\\([0-9]*\\):\\([0-9]*\\).*/\\1/p')
[ -z "$\{known}" ] || echo "exit_code=$\{known}" >> "$OUTPUTS"
touch job.ended
case "$\{state}" in
  FAILED | NODE_FAIL | OUT_OF_MEMORY) echo "job_runner: the job ended in state $\{state}" >&2; exit 1 ;;
  *) exit 0 ;;
esac
`;const eB=e=>`if [ -f jobid ]; then
  ${e} "$(cat jobid)" 2> /dev/null
fi
`;const eC=[{id:"log",steps:[{name:"Job Output",action:{kind:"stream-output"}}]},{id:"create_script_template",steps:[{name:"Create Script Template",action:eS}]},{id:"ssh_job",needs:["create_script_template"],condition:"${{ inputs.scheduler == false && inputs.slurm.is_disabled && inputs.pbs.is_disabled }}",steps:[{name:"Execute SSH Job",id:eo,action:eO,cleanup:"pkill -f run.sh\ntouch job.ended\n"}]},{id:"pbs_job",needs:["create_script_template"],condition:"${{ inputs.pbs.is_disabled == false }}",steps:[{name:"Create PBS Script",action:eA},{name:"Submit and Monitor PBS Job",id:eo,action:eT,cleanup:`${eB("qdel")}touch job.ended
`}]},{id:"slurm_job",needs:["create_script_template"],condition:"${{ inputs.slurm.is_disabled == false }}",steps:[{name:"Create SLURM Script",action:eE},{name:"Submit and Monitor SLURM Job",id:eo,action:eD,cleanup:`if [ -f jobid ]; then
  node=$(squeue --noheader --jobs="$(cat jobid)" --format=%N 2> /dev/null | head -n 1)
  if [ -n "$\{node}" ]; then
    ssh "$\{node}" "export PATH=\\"\\$PATH:\\$HOME/pw\\" && cd $\{PWD} && bash cancel.sh" 2> /dev/null
  fi
fi
${eB("scancel")}touch job.ended
`}]},{id:"cleanup",needs:["ssh_job","pbs_job","slurm_job"],condition:"${{ always }}",steps:[{name:"Cleanup",action:"touch COMPLETED\n",cleanup:`touch CANCEL_STREAMING
if [ -f COMPLETED ]; then
  rm -f COMPLETED
  exit 0
fi
if [ "$\{{ inputs.pbs.is_disabled }}" = false ]; then
${eB("  qdel")}fi
if [ "$\{{ inputs.slurm.is_disabled }}" = false ]; then
${eB("  scancel")}fi
if [ -f cancel.sh ]; then
  export PATH="$PATH:$HOME/pw"
  bash cancel.sh 2> /dev/null
fi
rm -f jobid CANCEL_STREAMING job.started HOSTNAME
`}]}];const eN=[0,1,2,3,4];const eM="0.2";function eW(e){const n=eF.map(n=>{const t=ec(n,e);const s=/^site_(\d)$/.exec(n.id)?.[1];if(s===undefined)return{...t,host:undefined};return{...t,host:ea(`$\{{ inputs.sites_${s}.resource.ip }}`),workingDirectory:eu(`$\{{ inputs.rundir }}/lb_$\{PW_JOB_ID}/site_${s}`)}});return{runsService:true,differs:"all sites are this machine, and the winner of a race is kept; the original cancels it at its next look",missing:()=>[],fill:eH,workflow:{name:"job_runner",env:[],jobs:n}}}function eH(e){const n=es(e,"use_existing_script",false);const t=eN.map(n=>{const t=es(e,`sites_${n}`,{});const i=t!==undefined&&s(t)?t:{};const r={enabled:n===0,name:`site-${n}`,priority:n+1,scheduler:false};return[`sites_${n}`,{...r,slurm:{},pbs:{},...i}]});return{...e,execution_mode:es(e,"execution_mode","race"),rundir:es(e,"rundir","${PWD}"),use_existing_script:n,script:n===true?"":es(e,"script",'echo "$(date) Running"\n'),script_path:n===false?"":es(e,"script_path",undefined),inject_markers:true,...Object.fromEntries(t)}}const eI=`set -e
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
${eN.map(e=>`site ${e} "$\{{ inputs.sites_${e}.enabled }}" "$\{{ inputs.sites_${e}.name }}"
`).join("")}if [ "$enabled" -eq 0 ]; then
  echo "job_runner: no site is enabled" >&2
  exit 1
fi
echo "$enabled" > "$directory/enabled_count"
`;const eq=(e,n,t)=>`case "${t}" in '' | undefined) ;; *) echo "#${e} ${n}${t}" >> submit.sh ;; esac
`;const eJ=e=>{const n=n=>`$\{{ inputs.sites_${e}.${n} }}`;return`  type="${n("resource.schedulerType")}"
  echo '#!/bin/bash' > submit.sh
  if [ "$type" = slurm ]; then
    printf '#SBATCH %s\\n' "--job-name=lb_$\{PW_JOB_ID}_site_${e}" "--output=$\{PWD}/run.out" "--error=$\{PWD}/run.out" "--chdir=$\{PWD}" >> submit.sh
    ${eq("SBATCH","--account=",n("slurm.account"))}    ${eq("SBATCH","--partition=",n("slurm.partition"))}    ${eq("SBATCH","--time=",n("slurm.time"))}    ${eq("SBATCH","--nodes=",n("slurm.nodes"))}    cat run.sh >> submit.sh
    answer=$(sbatch submit.sh 2>&1) || { echo "job_runner: sbatch failed: $answer" >&2; exit 1; }
    jobid=$\{answer##*[!0-9]}
  else
    printf '#PBS %s\\n' "-N lb_$\{PW_JOB_ID}_site_${e}" "-o $\{PWD}/run.out" "-j oe" >> submit.sh
    ${eq("PBS","-A ",n("pbs.account"))}    ${eq("PBS","-q ",n("pbs.queue"))}    ${eq("PBS","-l walltime=",n("pbs.walltime"))}    echo "cd $\{PWD}" >> submit.sh
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
    sleep ${eM}
  done
  touch job.ended
`};const eR=e=>`set -e
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
${eJ(e)}else
  touch job.started
  win
  # With set -e in force a failing script ends the step here, so nothing below runs; so it is in the original.
  ./run.sh > run.out 2>&1
  touch job.ended
fi
`;const eU=`if [ -f jobid ]; then
  if command -v scancel > /dev/null; then scancel "$(cat jobid)"; else qdel "$(cat jobid)"; fi 2> /dev/null
fi
touch job.ended
`;const eF=[{id:"initialize",steps:[{name:"Setup Coordination Directory",action:eI}]},...eN.map(e=>({id:`site_${e}`,needs:["initialize"],condition:`$\{{ inputs.sites_${e}.enabled == true }}`,steps:[{name:`Submit Job to Site ${e}`,id:eo,action:eR(e),cleanup:eU}]}))];const eL="0.2";function ez(e){return{runsService:true,missing:er,fill:eG,workflow:{name:"script_submitter",env:[],jobs:eZ.map(n=>ec(n,e))}}}function eG(e){const n=es(e,"scheduler",false);const t=es(e,"resource.schedulerType","");const s=es(e,"use_existing_script",false);const i=e=>n===true&&t===e;return{...e,shebang:es(e,"shebang","#!/bin/bash"),rundir:es(e,"rundir","${PWD}"),use_existing_script:s,script:s===true?"":es(e,"script",'echo "$(date) Running"\n'),script_path:s===false?"":es(e,"script_path",undefined),cleanup_script_path:es(e,"cleanup_script_path",""),scheduler:n,inject_markers:false,submit_and_exit:es(e,"submit_and_exit",false),skip_cleanups_file:es(e,"skip_cleanups_file",""),slurm:{is_enabled:es(e,"slurm.is_enabled",i("slurm")),...ei(e,"slurm",{partition:undefined,time:undefined,gpus:undefined,scheduler_directives:undefined},false)},pbs:{is_enabled:es(e,"pbs.is_enabled",i("pbs")),...ei(e,"pbs",{scheduler_directives:undefined},false)}}}const eV=`if [ "$\{{ inputs.use_existing_script }}" = true ]; then
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
`;const eY=e=>`skip="$\{{ inputs.skip_cleanups_file }}"
if [ -n "$skip" ] && [ -f "$skip" ]; then exit 0; fi
if [ "$\{{ inputs.submit_and_exit }}" = true ]; then exit 0; fi
${e}script="$\{{ inputs.cleanup_script_path }}"
if [ -n "$script" ] && [ "$script" != undefined ] && [ -f "$script" ]; then
  timeout 300 bash "$script"
fi
`;const eQ=`nohup setsid ./run.sh > "run.$\{PW_JOB_ID}.out" 2>&1 &
pid=$!
echo "$pid" > "run.$\{PW_JOB_ID}.pid"
if [ "$\{{ inputs.submit_and_exit }}" = true ]; then exit 0; fi
while kill -0 "$pid" 2> /dev/null; do sleep ${eL}; done
`;const eX=`answer=$(sbatch run.sh) || exit 1
jobid=$\{answer##*[!0-9]}
echo "$jobid" > jobid
echo "jobid=$jobid" >> "$OUTPUTS"
if [ "$\{{ inputs.submit_and_exit }}" = true ]; then exit 0; fi
while [ -n "$(squeue --noheader --jobs="$jobid" 2> /dev/null)" ]; do sleep ${eL}; done
known=$(scontrol -o show job "$jobid" 2> /dev/null | sed -n 's/.*ExitCode=\\([0-9]*\\):\\([0-9]*\\).*/\\1/p')
[ -z "$known" ] || echo "exit_code=$known" >> "$OUTPUTS"
exit 0
`;const eK=`answer=$(qsub run.sh) || exit 1
jobid=$\{answer%%.*}
echo "$jobid" > jobid
echo "jobid=$jobid" >> "$OUTPUTS"
if [ "$\{{ inputs.submit_and_exit }}" = true ]; then exit 0; fi
while state=$(qstat -f "$jobid" 2> /dev/null | sed -n 's/.*job_state = *//p'); [ -n "$state" ] && [ "$state" != C ]; do sleep ${eL}; done
exit 0
`;const eZ=[{id:"stream_output",steps:[{name:"Stream Output",action:{kind:"stream-output"}}]},{id:"preprocessing",steps:[{name:"Create Script",action:eV}]},{id:"ssh_job",needs:["preprocessing"],condition:"${{ inputs.slurm.is_enabled != true && inputs.pbs.is_enabled != true }}",steps:[{name:"Run Script",id:eo,action:eQ,cleanup:eY('pid=$(cat "run.${PW_JOB_ID}.pid" 2> /dev/null)\n[ -z "$pid" ] || kill -- "-$pid" 2> /dev/null || kill "$pid" 2> /dev/null\n')}]},{id:"slurm_job",needs:["preprocessing"],condition:"${{ inputs.slurm.is_enabled == true }}",steps:[{name:"Submit SLURM Job",id:eo,action:eX,cleanup:eY('[ ! -f jobid ] || scancel "$(cat jobid)"\n')}]},{id:"pbs_job",needs:["preprocessing"],condition:"${{ inputs.pbs.is_enabled == true }}",steps:[{name:"Submit PBS Job",id:eo,action:eK,cleanup:eY('[ ! -f jobid ] || qdel "$(cat jobid)"\n')}]}];const e0=8;function e1(e,t){if(e.run!==undefined){const t=n.textOf$1(n.valueAt(e.node,"shell"))??"";return{kind:"script",script:T(e.run.text),shell:t===""?"bash":t}}const s=e.uses?.value??"";const i=E(e.with);switch(s){case"parallelworks/checkout":return{kind:"checkout",with:i};case"parallelworks/update-session":return{kind:"update-session",with:i};case"parallelworks/cancel-jobs":return{kind:"cancel-jobs",with:i};case"parallelworks/scheduler-agent":case"parallelworks/wait-for-agent":return{kind:"refused",uses:s,why:"there is no scheduler agent here"};default:{const n=e2(s,e,t);if(typeof n==="string")return{kind:"refused",uses:s,why:n};return n===undefined?{kind:"stand-in",uses:s,why:"it is not in this repository; the step passes without doing anything"}:{kind:"subworkflow",uses:s,with:i,call:n}}}}function e2(e,t,s){const i=t.uses?.span??t.node.span;const r=n.textOf$1(n.valueAt(t.with,"$yaml"))??"workflow.yaml";const o=/^marketplace\/([^/@]+)(?:[/@](.+))?$/.exec(e);if(o!==null)return e3(o[1]??"",o[2]??"",i);const u=/^github\/([^/]+\/[^@/]+)@/.exec(e);if(u===null)return undefined;if(u[1]?.toLowerCase()===s.repository?.toLowerCase())return e4(r,s);const a=/^parallelworks\/(job_runner)$/.exec(u[1]??"");return a===null?undefined:e3(a[1]??"",r.replace(/\.yaml$/,""),i)}function e3(e,n,t){const s=`${e}/${n.replace(/\/.*$/,"")}`;switch(s){case"job_runner/v3.5":return ef(t);case"job_runner/v4.0":return eg(t);case"job_runner/":case"job_runner/v5.0":return eW(t);case"script_submitter/":case"script_submitter/v3.6":return ez(t);default:return undefined}}function e4(e,n){if(n.depth>=e0)return"its calls go round in a circle";const t=n.workflowAt(e);if(t===undefined)return`this repository has no workflow "${e}"`;const{name:s,workflow:i}=t;return{runsService:false,workflow:n.plan(s,i,{...n,depth:n.depth+1}),missing:e=>e9(i,e).findings.map(({label:e})=>e),fill:e=>({...e,...e9(i,e).inputs})}}const e9=(e,n)=>I(e,n,{resource:undefined,roots:{}});function e6(e,t,s){return{name:e,env:t.env.map(ne),timeout:nt(t.root,"timeout"),timeoutAt:n.valueAt(t.root,"timeout")?.span,jobs:t.jobs.map(e=>e5(e,s))}}function e5(e,t){const{node:s}=e;return{id:e.id.value,at:e.id.span,needs:e.needs.map(({value:e,any:n})=>({job:e,any:n})),computedNeeds:ns(s,"needs"),condition:nt(s,"if"),env:nn(n.valueAt(s,"env")),host:ni(n.valueAt(s,"ssh")),workingDirectory:nr(n.valueAt(s,"working-directory")),timeout:nt(s,"timeout"),outputs:nn(n.valueAt(s,"outputs")),matrix:nu(n.valueAt(s,"strategy")),steps:e.steps.map(e=>e8(e,t))}}function e8(e,t){const{node:s}=e;const i=n.pairOf(s,"ssh");return{index:e.index,id:e.id?.value,name:e.name?.value??e.uses?.value??e7(e.run?.text.text??""),at:e.uses?.span??e.name?.span??s.span,condition:nt(s,"if"),env:nn(n.valueAt(s,"env")),host:i===undefined?undefined:ni(i.value)??"workspace",workingDirectory:nr(n.valueAt(s,"working-directory")),timeout:nt(s,"timeout"),retry:na(n.valueAt(s,"retry")),earlyCancel:n.textOf$1(n.valueAt(s,"early-cancel"))==="any-job-failed",ignoreErrors:nt(s,"ignore-errors"),cleanup:e.cleanup===undefined?undefined:T(e.cleanup.text),action:e1(e,t)}}const e7=e=>e.trim().split("\n")[0]?.slice(0,80)??"";const ne=e=>({name:e.key.text.text,value:E(e.value),span:e.key.span});const nn=e=>(n.asMap(e)?.pairs??[]).map(ne);function nt(e,t){const s=n.valueAt(e,t);return s===undefined?undefined:E(s)}function ns(e,n){const t=nt(e,n);const s=t?.kind==="list"?t.items:[t];return s.some(e=>e?.kind==="text"&&e.template.holes.length>0)?t:undefined}function ni(e){return nt(e,"remoteHost")}const nr=e=>e?.kind==="scalar"&&e.value!==null?T(e.text):undefined;const no=e=>({kind:"literal",value:e});function nu(e){const t=n.valueAt(e,"matrix");if(t===undefined)return undefined;return{values:E(t),failFast:nt(e,"fail-fast")??no(true),maxParallel:nt(e,"max-parallel")??no(Number.MAX_SAFE_INTEGER)}}function na(e){if(e?.kind!=="map")return undefined;return{maxRetries:nt(e,"max-retries")??no(10),interval:nt(e,"interval")??no("5s"),timeout:nt(e,"timeout")??no("30s"),cleanOnRetry:nt(e,"clean-on-retry")??no(true)}}function nc(e){const{jobs:n}=e;const t=new Set(n.map(e=>e.id.value));const s=new Set(n.filter(e=>nd(e)!==undefined).map(e=>e.id.value));const i=e=>t.has(e)||s.has(e.replace(/-\d+$/,""));const r=n.flatMap(e=>e.needs.filter(e=>!i(e.value)).map(n=>({message:`job "${e.id.value}" needs "${n.value}", which is no job of this workflow`,at:n.span})));return[...r,...nl(n),...n.flatMap(nf)]}const nd=e=>n.valueAt(n.valueAt(e.node,"strategy"),"matrix");function nl(e){let n=e;for(;;){const e=new Set(n.map(e=>e.id.value));const t=n.filter(n=>n.needs.some(n=>e.has(n.value)));if(t.length===n.length)break;n=t}const t=new Map(n.map(e=>[e.id.value,e]));const s=new Set;let[i]=n;while(i!==undefined&&!s.has(i)){s.add(i);i=t.get(i.needs.find(({value:e})=>t.has(e))?.value??"")}const r=i?.needs.find(({value:e})=>t.has(e));if(i===undefined||r===undefined)return[];return[{message:`job "${i.id.value}" needs "${r.value}", which waits for it in turn`,at:r.span}]}function nf(e){const n=nd(e);if(n===undefined||!np(E(n)))return[];return[{message:`could not expand matrix jobs: the matrix of "${e.id.value}" reads an output of a job`,at:n.span,help:'write a list of the greatest width, and leave out what is not wanted with "if"'}]}function np(e){switch(e.kind){case"literal":return false;case"text":return M(e.template,"needs").length+M(e.template,"steps").length>0;case"list":return e.items.some(np);case"map":return e.entries.some(e=>np(e.value));default:return n.assertNever(e)}}const nh={startMs:12e4,stableMs:2e3,waitMs:6e4,stopMs:1e4};const nm="00001";function nb(e,t,s){const{workflow:i}=e;const r={file:e.source.path,start:0,end:0};if(i===undefined){return{kind:"problem",findings:[{message:"the workflow cannot be read",at:r}]}}const o=e6(e.name,i,{repository:s.repository,depth:0,plan:e6,workflowAt:e=>{const s=n.readWorkflowAt(n.filePath(e),t.files);return s.workflow===undefined?undefined:{name:s.name,workflow:s.workflow}}});const u=n$(s);const a={resource:{...u},roots:{sessions:n_(e.name,i),org:{},var:{}}};const c=nj(i,s.inputs);const d=I(i,{...nx(i,o,s),...s.inputs},a);const l=[...c,...d.findings,...nc(i)];if(l.length>0)return{kind:"problem",findings:l};const f=nw(i,{...a.roots,inputs:d.inputs});const p=f.some(e=>e.kind==="tunnel"&&e.useTls);return{kind:"plan",plan:{name:e.name,path:e.source.path,mode:s.mode,scenario:s.scenario,workflow:o,inputs:d.inputs,passed:d.passed,resource:u,repository:s.repository,sessions:f,ready:{probe:"http",path:"/",status:[],headers:{},tls:p,deadlines:{},...s.ready},limits:{...nh,...s.limits},scheduler:{queueDelayMs:100,holds:false,...s.scheduler},requires:s.requires??[],stubs:s.stubs??{},before:s.before===undefined||s.before.length===0?undefined:["set -e",...s.before,""].join("\n"),extraEnv:s.env??{},waitJob:nS(o),startScript:e.scripts.find(e=>e.role==="start")?.text,fidelity:[...ny(o),...nP(i)],unsupported:nO(i),at:i.jobs[0]?.id.span??r}}}function n$(e){const n=e.user??"user";return{id:"local",ip:"localhost",name:"local",namespace:n,user:n,type:"existing",provider:"existing",schedulerType:e.mode==="controller"?"":e.mode,uri:`pw://${n}/local`}}function n_(e,n){return Object.fromEntries(n.sessions.map(n=>[n.name.value,`${e}_${nm}_${n.name.value}`]))}function nw(e,t){return e.sessions.map(e=>{const s=n.valueAt(e.pair.value,"useTLS");return{name:e.name.value,useTls:s!==undefined&&r(N(E(s),{roots:t})),kind:n.textOf$1(n.valueAt(e.pair.value,"type"))==="link"?"link":"tunnel",span:e.name.span}})}function nj(n,t){const s=q(n);return nk(t,"").flatMap(t=>{if(s.some(e=>t===e||t.startsWith(`${e}.`)))return[];const i=e.suggest(t,s);const r=n.form.node?.span??n.root.span;return[{message:`the form has no input "${t}"`,at:{...r,end:r.start},help:i===undefined?"give values by their names in the form, such as group.item":`did you mean "${i}"?`}]})}function nk(e,n){return Object.entries(e).flatMap(([e,t])=>{const s=n===""?e:`${n}.${e}`;return typeof t==="object"&&t!==null&&!Array.isArray(t)?nk(t,s):[s]})}function*nv(e){for(const n of e.jobs){for(const e of n.steps){yield{job:n.id,step:e};if(e.action.kind==="subworkflow"&&!e.action.call.runsService){yield*nv(e.action.call.workflow)}}}}const ng=(e,n)=>e.kind==="map"?e.entries.find(e=>e.name===n)?.value:undefined;function nx(e,n,t){if(t.mode==="controller")return{};const s=new Set(e.form.inputs.filter(e=>e.type?.value==="boolean").map(e=>e.name.value));for(const{step:e}of nv(n)){if(e.action.kind!=="subworkflow"||!e.action.call.runsService)continue;const n=ng(e.action.with,"scheduler");if(n?.kind!=="text")continue;for(const e of M(n.template,"inputs")){if(e.length===1&&e[0]!==undefined&&s.has(e[0]))return{[e[0]]:true}}}return{}}function nS(e){for(const{job:n,step:t}of nv(e)){if(t.action.kind!=="update-session")continue;const e=ng(t.action.with,"remotePort");if(e?.kind!=="text")continue;const s=M(e.template,"needs")[0]?.[0];if(s!==undefined&&s!==n)return s}return e.jobs.find(e=>/wait/.test(e.id))?.id}function ny(e){const n=new Map;for(const{step:t}of nv(e)){const{action:e}=t;switch(e.kind){case"script":break;case"stream-output":break;case"checkout":n.set("parallelworks/checkout",{what:"parallelworks/checkout",how:"emulated",why:"files come from the working tree"});break;case"update-session":case"cancel-jobs":n.set(e.kind,{what:`parallelworks/${e.kind}`,how:"emulated"});break;case"subworkflow":n.set(e.uses,{what:e.uses,how:e.call.runsService?"emulated":"ran",...e.call.differs!==undefined&&{why:e.call.differs}});break;case"stand-in":case"refused":n.set(e.uses,{what:e.uses,how:e.kind==="refused"?"skipped":"stand-in",why:e.why});break}}return[...n.values()]}function nP(e){const n=new Set;for(const{expression:t}of e.expressions){if(t!==undefined){for(const e of["org","var"]){for(const s of W(t,e))n.add([e,...s].join("."))}}}return[...n].sort().map(e=>({what:e,how:"stand-in",why:"a local run has no variables of an organization or a user; it reads as the empty text"}))}function nO(e){for(const n of e.jobs){const e=n.node?.pairs.find(e=>e.key.text.text==="runs-on");if(e!==undefined)return{what:`"runs-on" of job "${n.id.value}"`,at:e.key.span}}return undefined}async function nA(e,n,t){const{world:s,request:i}=n;try{const{executeRun:r}=await Promise.resolve().then(function(){return require("./execute-run.js")});const o=await s.runPorts();const u={root:s.root,repository:s.files,serviceStarts:t,keepIn:s.keepIn,keep:nT(i,s),screenshotIn:i.screenshot==="take"?s.screenshotIn:undefined};let a;for await(const t of r(e,o,u,n.signal)){n.watcher.watch(t);if(t.type==="run-ended")a=t.record}return a===undefined?nE(e,"it ended without a record"):{kind:"record",record:a}}catch(n){return nE(e,n instanceof Error?n.message:String(n),n)}}function nT(e,n){if(e.keep==="keep")return"all";return n.keepsFailed?"failed":undefined}function nE(e,n,t){return{kind:"fault",fault:{kind:"internal",message:`the run of "${e.name}" broke: ${n}`,cause:t}}}function nD(e){if(e===undefined)return{};const{http:n,tcp:t,command:s,log:i,file:r}=e;return{...t!==undefined&&n===undefined&&{probe:"tcp"},...n?.path!==undefined&&{path:n.path},...n?.status!==undefined&&{status:nB(n.status)},...n?.headers!==undefined&&{headers:n.headers},...n?.body!==undefined&&{body:n.body},...n?.tls!==undefined&&{tls:n.tls},...s!==undefined&&{command:s.value},...i!==undefined&&{log:i.value},...r!==undefined&&{file:r.value},deadlines:{probe:n?.timeoutMs??t?.timeoutMs,file:r?.timeoutMs,log:i?.timeoutMs,command:s?.timeoutMs}}}function nB(e){const[n=200,t=n]=e.split("-").map(Number);return Array.from({length:Math.max(0,t-n+1)},(e,t)=>n+t)}function nC(e,n,t){const s=nM(n,t);if(s.kind==="refused")return s;const i=nN(e,t);const r=i.length>0?i.map(e=>e.name):["default"];const o=n.scenarios.length>0?n.scenarios:r;const u=[];for(const e of o){const n=i.find(n=>n.name===e);if(n===undefined){if(e==="default")u.push({name:e,inputs:s.values});continue}const r=nH(n.path,t.files.read(n.path));if(r.kind==="refused")return r;u.push({name:e,inputs:{...r.values,...s.values}})}return{kind:"scenarios",scenarios:u}}function nN(e,n){const t=`${e.directory===""?"":`${e.directory}/`}ci/`;return n.files.paths.flatMap(e=>{const n=e.startsWith(t)?/^([^/]+)\.(?:ya?ml|json)$/i.exec(e.slice(t.length))?.[1]:undefined;return n===undefined?[]:[{name:n.replace(/-(inputs|values)$/,""),path:e}]})}function nM(e,t){const s=Object.fromEntries(Object.entries(e.inputs).map(([e,n])=>[e,nW(n)]));if(e.inputsFile===undefined)return{kind:"values",values:s};const i=nH(n.filePath(e.inputsFile),t.readNamed(e.inputsFile));return i.kind==="refused"?i:{kind:"values",values:{...i.values,...s}}}function nW(e){return e==="true"?true:e==="false"?false:e}function nH(e,s){if(s.kind==="problem")return{kind:"refused",message:`${e} cannot be read: ${s.message}`};const{root:i,faults:r}=n.parseYaml({path:e,text:s.text});const[o]=r;if(o!==undefined){const{line:t,column:i}=n.lineIndex(s.text).placeOf(o.at.start);return{kind:"refused",message:`${e}:${t}:${i}: ${o.message}`}}const u=i===undefined?{}:t.dataOf(i);if(i!==undefined&&i.kind!=="map"){return{kind:"refused",message:`${e}: expected a map of input values, as in "group: {item: 3}"`}}return{kind:"values",values:u}}function nI(e,t){const s=n.analysisContext(t);const i=s.ask(n.startScript,e);const r=i===undefined?undefined:s.ask(n.coordination,i.script);return r===undefined?[]:n.servicesOf(r).map(({at:e})=>e)}function nq(e){const{request:n,configuration:t,workspace:s}=e;const i=[];const r=new Set;for(const o of s.workflows){if(e.toRun!==undefined&&!e.toRun.has(o.source.path))continue;const s=nz(t,o.name);const u=nC(o,n,e.world);if(u.kind==="refused")return u;for(const t of u.scenarios){r.add(t.name);for(const r of nG(n,s)){const u=nF(e,o,r,t.name,t.inputs,s);if(u.kind==="refused")return u;i.push(...nJ(u.run,n.repeat))}}}const o=n.scenarios.find(e=>!r.has(e));if(o!==undefined&&s.workflows.length>0&&e.toRun===undefined){return{kind:"refused",message:`no workflow has a scenario "${o}": expected a file ci/${o}.yaml beside one`}}return{kind:"runs",runs:i}}function nJ(e,n){if(e.kind==="record"||n===1)return Array.from({length:n},()=>e);return Array.from({length:n},(n,t)=>({...e,plan:{...e.plan,repetition:t+1}}))}async function nR(e,n){const t=[];const s=e.entries();const i=async()=>{for(const[e,i]of s){t[e]=await nU(i,n)}};const r=Math.min(e.length,n.request.jobs??n.world.parallel);await Promise.all(Array.from({length:r},i));return{records:t.flatMap(e=>e.kind==="record"?[e.record]:[]),faults:t.flatMap(e=>e.kind==="fault"?[e.fault]:[])}}async function nU(e,t){if(e.kind==="record")return e;const{file:s,plan:i}=e;const r=e=>({kind:"record",record:nY(s,i.mode,i.scenario,e)});const o=t.linted.diagnostics.filter(e=>e.workflow===s.name&&e.severity==="error");if(o.length>0)return r(n.notRun(o));if(t.signal.aborted)return r("the check was interrupted");return nA(i,t,()=>nI(s,t.workspace))}function nF(e,n,t,s,i,r){const{request:o}=e;const u=o.timeoutMs??r.timeoutMs;const a=o.stableForMs??r.stableForMs;const c=nb(n,e.workspace,{mode:t,scenario:s,inputs:i,limits:{...u!==undefined&&{startMs:u},...a!==undefined&&{stableMs:a}},ready:nD(r.ready),requires:r.requires,env:r.env,before:r.before,stubs:r.stubs,scheduler:nL(r),repository:e.repository});if(c.kind==="plan")return{kind:"run",run:{kind:"plan",file:n,plan:c.plan}};const d=s==="default"?"":` (scenario "${s}")`;const l=c.findings.map(e=>`${nV(e,n)}${d}`).join("\n");const f=o.stage==="run"||Object.keys(i).length>0;if(f&&n.workflow!==undefined)return{kind:"refused",message:l};return{kind:"run",run:{kind:"record",file:n,record:nY(n,t,s,l)}}}function nL({scheduler:e}){const{queueDelayMs:n,holds:t,refusal:s,nodeFailsAfterMs:i}=e??{};return{...n!==undefined&&{queueDelayMs:n},...t!==undefined&&{holds:t},...s!==undefined&&{refusal:s},...i!==undefined&&{nodeFailsAfterMs:i}}}function nz(e,n){const t=Object.hasOwn(e.workflowsSettings,n)?e.workflowsSettings[n]:undefined;const s=Object.entries(t??{}).filter(([,e])=>e!==undefined);return{...e.run,...Object.fromEntries(s)}}function nG(e,n){if(e.modes.length>0)return e.modes;return n.modes!==undefined&&n.modes.length>0?n.modes:["controller"]}function nV(e,t){const{line:s,column:i}=n.lineIndex(t.source.text).placeOf(e.at.start);const r=e.help===undefined?"":`: ${e.help}`;return`${e.at.file}:${s}:${i}: ${e.message}${r}`}function nY(e,n,t,s){return{workflow:e.name,path:e.source.path,mode:n,scenario:t,outcome:"skipped",skipped:s,observations:[],coordination:[],phases:[],jobs:[],leftovers:[],fidelity:[],log:[]}}exports.clockSeconds=p;exports.durationMs=f;exports.evaluate=m;exports.fillText=B;exports.fillValue=N;exports.isList=i;exports.isRecord=s;exports.isTruthy=r;exports.looselyEqual=a;exports.placeOfValue=D;exports.planRuns=nq;exports.renderValue=o;exports.runWorkflows=nR;exports.serviceStep=eo;exports.skippedRun=nY;
})
