export const id=591;export const ids=[591];export const modules={3050:(e,n,t)=>{t.d(n,{D:()=>u});var r=t(1553);var o=t(7067);var s=t(4708);var i=t(7030);var c=t(1692);const d=256*1024;function u(){return{probe:a,resolve:p,speaksTls:$,accepts:m}}function a(e){return new Promise(n=>{const t=e.tls?s.request:o.request;const r=t({host:e.host,port:e.port,path:e.path,headers:{"user-agent":"pw-workflow-check",accept:"*/*",...e.headers},agent:false,rejectUnauthorized:false});const i=setTimeout(()=>{r.destroy();n({kind:"none",reason:"timeout",message:`no answer within ${e.timeoutMs} ms`})},e.timeoutMs);r.on("error",e=>{clearTimeout(i);n({kind:"none",...f(e)})});r.on("response",t=>{void l(t,e.timeoutMs).then(e=>{clearTimeout(i);r.destroy();n({kind:"answer",status:t.statusCode??0,headers:t.headers,body:e})})});r.end()})}function f(e){const n=e.code??"";const t=e.message;if(n==="ECONNREFUSED")return{reason:"refused",message:t};if(["EHOSTUNREACH","ENETUNREACH","EADDRNOTAVAIL","ENOTFOUND","EAI_AGAIN"].includes(n)){return{reason:"unreachable",message:t}}if(n.startsWith("HPE_"))return{reason:"not-http",message:t};if(n==="EPROTO"||n.startsWith("ERR_SSL")||n.startsWith("ERR_TLS"))return{reason:"tls",message:t};return{reason:"closed",message:t}}function l(e,n){return new Promise(t=>{const r=[];let o=0;const s=()=>{clearTimeout(i);t(Buffer.concat(r).subarray(0,d).toString("utf8"))};const i=setTimeout(s,Math.min(n,1e3));e.on("data",e=>{r.push(e);o+=e.length;if(o>=d)s()});e.on("end",s);e.on("error",s);e.on("close",s)})}async function p(e){try{return(await (0,r.lookup)(e,{all:true})).map(e=>e.address)}catch{return[]}}function $(e,n,t){return new Promise(r=>{const o=(0,c.connect)({host:e,port:n,rejectUnauthorized:false,timeout:t});const s=e=>{o.destroy();r(e)};o.on("secureConnect",()=>s(true));o.on("error",()=>s(false));o.on("timeout",()=>s(false));o.on("close",()=>s(false))})}function m(e,n,t){return new Promise(r=>{const o=(0,i.connect)({host:e,port:n,timeout:t});const s=e=>{o.destroy();r(e)};o.on("connect",()=>s(true));o.on("error",()=>s(false));o.on("timeout",()=>s(false))})}},3591:(e,n,t)=>{t.r(n);t.d(n,{nodeRunPorts:()=>el});var r=t(4258);var o=t(3024);var s=t(8161);var i=t(6760);const c=["LANG","LC_ALL","TZ","RUNNER_TRACKING_ID"];function d(){const e=(process.env["PATH"]??"/usr/local/bin:/usr/bin:/bin").split(i.delimiter).filter(e=>(0,i.isAbsolute)(e)&&!e.includes("node_modules"));return{user:u(),hostname:(0,s.hostname)(),addresses:Object.values((0,s.networkInterfaces)()).flatMap(e=>(e??[]).map(({address:e})=>e)),programPath:e,passedOn:Object.fromEntries(c.flatMap(e=>{const n=process.env[e];return n===undefined?[]:[[e,n]]})),find:n=>e.map(e=>(0,i.join)(e,n)).find(a)}}function u(){try{return(0,s.userInfo)().username}catch{return"user"}}function a(e){try{(0,o.accessSync)(e,o.constants.X_OK);return(0,o.statSync)(e).isFile()}catch{return false}}var f=t(3050);var l=t(1421);function p(e){const n=(0,o.openSync)(e.output,"a");const[t,...r]=e.argv;const s=(0,l.spawn)(t,r,{cwd:e.cwd,env:{...e.env},stdio:["ignore",n,n],detached:true});(0,o.closeSync)(n);let i=false;const c=new Promise(e=>{const n=n=>{i=true;e(n)};s.on("error",()=>n({kind:"exit",code:127}));s.on("exit",(e,t)=>n(t===null?{kind:"exit",code:e??0}:{kind:"signal",signal:t}))});return Promise.resolve({pid:s.pid??0,ended:c,signalGroup(e){if(i||s.pid===undefined)return;try{process.kill(-s.pid,e)}catch{}}})};function $(e){try{return(0,o.readFileSync)(e,"latin1")}catch{return undefined}}function m(){let e;try{e=(0,o.readdirSync)("/proc")}catch{return[]}const n=[];for(const t of e){const e=/^\d+$/.test(t)?y(Number(t)):undefined;if(e!==undefined)n.push(e)}return n}function y(e){const n=$(`/proc/${e}/stat`);if(n===undefined)return undefined;const t=n.indexOf("(");const r=n.lastIndexOf(")");const o=n.slice(r+2).split(" ");if(o[0]==="Z"||o[0]==="X")return undefined;const s=e=>Number(o[e]??0);return{pid:e,name:n.slice(t+1,r),parent:s(1),group:s(2),ticks:s(11)+s(12),startedAt:s(19)}}function h(e,n){const t=new Map;for(const e of n){const n=t.get(e.parent);if(n===undefined)t.set(e.parent,[e]);else n.push(e)}const r=[];const o=[e];for(let e=o.pop();e!==undefined;e=o.pop()){for(const n of t.get(e)??[]){r.push(n);o.push(n.pid)}t.delete(e)}return r}function w(e,n){const t=$(`/proc/${e}/environ`);return t!==undefined&&`\0${t}`.includes(`\0${n}\0`)}function g(e,n){const t=$(`/proc/${e}/environ`);const r=t?.split("\0").find(e=>e.startsWith(`${n}=`));return r?.slice(n.length+1)}function S(e){const n=$(`/proc/${e.pid}/cmdline`)?.replace(/\0+$/,"").replaceAll("\0"," ");const t=n===undefined||n===""?`[${e.name}]`:Buffer.from(n,"latin1").toString("utf8");return t.length>300?`${t.slice(0,299)}\u{2026}`:t}function b(e){let n;try{n=(0,o.readlinkSync)(`/proc/${e.pid}/exe`)}catch{n=undefined}return{pid:e.pid,parent:e.parent,group:e.group,command:S(e),program:n,ticks:e.ticks,step:g(e.pid,"PW_CHECK_STEP")}}function k(e,n){const t=`socket:[${e}]`;for(const e of n){let n;try{n=(0,o.readdirSync)(`/proc/${e}/fd`)}catch{continue}for(const r of n){try{if((0,o.readlinkSync)(`/proc/${e}/fd/${r}`)===t)return e}catch{}}}return undefined}function v(){return["/proc/net/tcp","/proc/net/tcp6"].flatMap(e=>{const n=[];for(const t of($(e)??"").split("\n").slice(1)){const e=t.trim().split(/\s+/);if(e[3]!=="0A")continue;const[r,o]=(e[1]??"").split(":");n.push({address:T(x(r??"")),port:Number.parseInt(o??"",16),inode:Number(e[9])})}return n})}function x(e){const n=Buffer.from(e,"hex");for(let e=0;e+4<=n.length;e+=4)n.subarray(e,e+4).reverse();return n}function T(e){if(e.length===4)return[...e].join(".");if(e.subarray(0,12).equals(Buffer.from("00000000000000000000ffff","hex"))){return[...e.subarray(12)].join(".")}const n=Array.from({length:8},(n,t)=>e.readUInt16BE(t*2).toString(16));const t=n.join(":");const r=[...t.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].sort((e,n)=>n[0].length-e[0].length)[0];if(r===undefined)return t;const o=t.slice(0,r.index);const s=t.slice(r.index+r[0].length).replace(/^:/,"");return`${o}::${s}`}var _=t(481);function I(e){return Object.entries(s.constants.signals).find(([,n])=>n===e)?.[0]??`signal ${e}`};const N=`
use strict;
use POSIX ();
use Socket ();
my $precise = eval { require Time::HiRes; 1 };
sub moment { return $precise ? int(Time::HiRes::time() * 1000) : 0; }
my ($directory) = @ARGV;
my $call = (POSIX::uname())[4] =~ /^(aarch64|arm64)$/ ? 167 : 157;
syscall($call, 36, 1, 0, 0, 0) == 0 or exit 9;
$SIG{$_} = 'IGNORE' for qw(INT TERM HUP QUIT USR1 USR2 PIPE TSTP);
$SIG{CHLD} = sub { };
binmode STDIN; binmode STDOUT;
$0 = 'pw-workflow-check supervisor';
sub say_line { my $line = join(' ', @_) . "\\n"; syswrite(STDOUT, $line); }
sub text { pack('H*', substr($_[0], 1)) }

my $diagnosis;
if (!socket($diagnosis, 16, 3, 4)) { undef $diagnosis; }
sub dump_family {
  my ($family, $into) = @_;
  my $request = pack('CCCCL', $family, 6, 0, 0, 1 << 10) . ("\\0" x 48);
  my $message = pack('LSSLL', 16 + length($request), 20, 0x301, 1, 0) . $request;
  send($diagnosis, $message, 0) or return 0;
  while (1) {
    my $answer = '';
    my $ready = ''; vec($ready, fileno($diagnosis), 1) = 1;
    my $got = select($ready, undef, undef, 0.2);
    next if $got < 0;
    return 0 if $got == 0;
    defined recv($diagnosis, $answer, 65536, 0) or next;
    my $at = 0;
    while ($at + 16 <= length($answer)) {
      my ($length, $type) = unpack('LS', substr($answer, $at, 6));
      return 1 if $type == 3;
      return 0 if $type == 2 || $length < 16;
      my $body = substr($answer, $at + 16, $length - 16);
      if (length($body) >= 72) {
        my ($kind) = unpack('C', $body);
        my ($port) = unpack('n', substr($body, 4, 2));
        my $address = unpack('H*', substr($body, 8, $kind == 2 ? 4 : 16));
        my ($inode) = unpack('L', substr($body, 68, 4));
        push @$into, "$kind:$address:$port:$inode";
      }
      $at += ($length + 3) & ~3;
    }
  }
}
my $sockets = '';
my $watching = 0;
my $looked = moment();
sub look {
  my @found;
  my $before = $looked;
  $looked = moment();
  if ($diagnosis && dump_family(2, \\@found) && dump_family(10, \\@found)) {
    my $now = join(' ', sort @found);
    if ($now ne $sockets || $_[0]) { $sockets = $now; say_line('sockets', $before, $now); }
    return 1;
  }
  return 0;
}

my %by_pid;
sub reap {
  while ((my $pid = waitpid(-1, POSIX::WNOHANG())) > 0) {
    my $id = delete $by_pid{$pid};
    say_line('ended', $id, $? >> 8, $? & 127) if defined $id;
  }
}
sub start {
  my ($id, $cwd, $output, $count, @rest) = @_;
  my @argv = map { text($_) } splice(@rest, 0, $count);
  my $pid = fork();
  if (!defined $pid) { say_line('started', $id, 0); say_line('ended', $id, 126, 0); return; }
  if ($pid == 0) {
    $SIG{$_} = 'DEFAULT' for qw(INT TERM HUP QUIT USR1 USR2 PIPE TSTP CHLD);
    POSIX::setsid();
    close $diagnosis if $diagnosis;
    open(STDIN, '<', '/dev/null');
    my $file = text($output);
    open(STDOUT, '>>', $file) or POSIX::_exit(126);
    open(STDERR, '>&', \\*STDOUT);
    chdir(text($cwd)) or do { print STDERR "no such directory: " . text($cwd) . "\\n"; POSIX::_exit(126) };
    %ENV = map { my $pair = text($_); my $at = index($pair, '='); (substr($pair, 0, $at), substr($pair, $at + 1)) } @rest;
    { no warnings; exec { $argv[0] } @argv; }
    print STDERR "$argv[0]: cannot be started: $!\\n";
    POSIX::_exit(127);
  }
  $by_pid{$pid} = $id;
  say_line('started', $id, $pid);
}
sub descendants {
  my %children;
  opendir(my $proc, '/proc') or return ();
  for my $pid (grep { /^[0-9]+$/ } readdir $proc) {
    open(my $file, '<', "/proc/$pid/stat") or next;
    my $line = <$file>; close $file;
    next unless defined $line && $line =~ /\\) (\\S) ([0-9]+) /;
    push @{$children{$2}}, [$pid, $1];
  }
  closedir $proc;
  my (@found, @open); @open = ($$);
  while (@open) {
    for my $child (@{$children{shift @open} || []}) {
      push @open, $child->[0];
      push @found, $child->[0] if $child->[1] ne 'Z' && $child->[1] ne 'X';
    }
  }
  return @found;
}
sub clear {
  for (1 .. 2000) {
    my @left = descendants();
    kill('KILL', @left) if @left;
    while (waitpid(-1, POSIX::WNOHANG()) > 0) { }
    last unless @left;
    select(undef, undef, undef, 0.005);
  }
}

say_line('ready', look(1) ? 1 : 0);
my $buffer = '';
my $keep = 0;
while (1) {
  my $ready = ''; vec($ready, fileno(STDIN), 1) = 1;
  my $got = select($ready, undef, undef, $watching ? 0.004 : 0.05);
  reap();
  if ($got > 0) {
    my $read = sysread(STDIN, $buffer, 65536, length($buffer));
    last if !defined($read) && !$!{EINTR};
    last if defined($read) && $read == 0;
    while ($buffer =~ s/^([^\\n]*)\\n//) {
      my ($verb, @words) = split / /, $1;
      if ($verb eq 'start') { start(@words) }
      elsif ($verb eq 'watch') { $watching = 1; look(1) }
      elsif ($verb eq 'unwatch') { $watching = 0 }
      elsif ($verb eq 'keep') { $keep = 1 }
    }
  }
  look(0) if $watching;
}
clear();
say_line('gone');
if (!$keep && defined $directory && $directory =~ m{/pw-workflow-check-run-[0-9a-z-]{8,60}\\z} && -f "$directory/.owner.json") {
  # a batch job is no child of ours: only its scheduler can end it, and its number is lost with the directory
  if (open(my $noted, '<', "$directory/batch-jobs")) {
    open(STDOUT, '>', '/dev/null');
    while (my $line = <$noted>) {
      system($1 eq 'slurm' ? 'scancel' : 'qdel', $2) if $line =~ /^(slurm|pbs) (\\d+)$/;
    }
  }
  exec('rm', '-rf', '--', $directory);
}
`;const P=e=>`x${Buffer.from(e,"utf8").toString("hex")}`;function O(e){const n=(0,l.spawn)("perl",["-e",N,e],{stdio:["pipe","pipe","ignore"],detached:true,env:{PATH:process.env["PATH"]??"/usr/bin:/bin",LC_ALL:"C"}});return new Promise(e=>{let t=false;const r=E(n);n.on("error",()=>e(undefined));n.on("exit",()=>{if(!t)e(undefined);r.lost()});n.stdin?.on("error",()=>{});(0,_.createInterface)({input:n.stdout}).on("line",n=>{const[o,...s]=n.split(" ");if(o==="ready"){t=true;e(r.supervisor(s[0]==="1"))}else r.take(o??"",s)})})}function E(e){const n=new Map;const t=new Set;let r=0;let o=false;const s=n=>{e.stdin?.write(`${n}
`)};const i=e=>new Promise(t=>{const i=String(++r);let c=()=>{};const d=new Promise(e=>{c=e});n.set(i,{accept:e=>t(R(e,d)),end:c});const u=Object.entries(e.env).map(([e,n])=>P(`${e}=${n}`));const a=[P(e.cwd),P(e.output),String(e.argv.length),...e.argv.map(P)];s(["start",i,...a,...u].join(" "));if(o){t(R(0,d));c({kind:"signal",signal:"SIGKILL"})}});const c=(e,r)=>{if(e==="started")n.get(r[0]??"")?.accept(Number(r[1]));else if(e==="ended"){n.get(r[0]??"")?.end(L(Number(r[1]),Number(r[2])));n.delete(r[0]??"")}else if(e==="sockets"){const[e,...n]=r;const o=e==="0"?undefined:Math.max(0,Date.now()-Number(e));const s=n.filter(e=>e!=="").map(j);for(const e of t)e(s,o)}};return{take:c,lost(){o=true;for(const{accept:e,end:t}of n.values()){e(0);t({kind:"signal",signal:"SIGKILL"})}n.clear()},supervisor:n=>({pid:e.pid??0,seesSockets:n,start:i,watch(e){t.add(e);s("watch");return()=>{t.delete(e);if(t.size===0)s("unwatch")}},close:()=>new Promise(n=>{if(o)n();else{e.on("exit",()=>n());s("keep");e.stdin?.end()}})})}}function R(e,n){let t=false;void n.then(()=>{t=true});return{pid:e,ended:n,signalGroup(n){if(t||e<=1)return;try{process.kill(-e,n)}catch{}}}}const L=(e,n)=>n===0?{kind:"exit",code:e}:{kind:"signal",signal:I(n)};function j(e){const[,n,t,r]=e.split(":");return{address:T(Buffer.from(n??"","hex")),port:Number(t),inode:Number(r)}};const A=15;function D(){return{async open({directory:e,marker:n}){return C(await O(e),n)}}}function C(e,n){const t=`PW_CHECK_RUN=${n}`;const r=new Set;const o=()=>{const n=m();const o=new Set(e===undefined?[]:h(e.pid,n).map(e=>e.pid));const s=n=>n.pid!==process.pid&&n.pid!==e?.pid&&(r.has(n.group)||w(n.pid,t));return n.filter(e=>o.has(e.pid)||s(e))};const s=(e,n)=>{try{if(e>1)process.kill(e,n)}catch{}};return{async start(n){if(e!==undefined)return e.start(n);const t=await p(n);if(t.pid>0)r.add(t.pid);return t},members:()=>o().map(b),signal:s,listeners:v,ownerOf(e){const n=o().map(e=>e.pid);const t=k(e.inode,n);const r=t??k(e.inode,m().map(e=>e.pid));const s=r===undefined?undefined:y(r);if(s===undefined)return undefined;return{pid:s.pid,command:S(s),inScope:t!==undefined,step:g(s.pid,"PW_CHECK_STEP")}},watchListeners:n=>e?.seesSockets?e.watch(n):H(n),async close(){await e?.close();for(let e=0;e<1e3;e++){const e=o();if(e.length===0)return;for(const n of e)s(n.pid,"SIGKILL");await new Promise(e=>setTimeout(e,5))}}}}function H(e){let n="";let t=performance.now();const r=()=>{const r=v();const o=performance.now()-t;t=performance.now();const s=JSON.stringify(r);if(s!==n){n=s;e(r,o)}};const o=setInterval(r,A);return()=>clearInterval(o)};const U="pw-workflow-check-run-";const q=/^pw-workflow-check-run-[0-9a-z-]{8,60}$/;const F=".owner.json";function M(e){const n=(0,o.realpathSync)((0,s.tmpdir)());G(n);const t=(0,i.join)(n,`${U}${e}`);const r=`${t}.new`;(0,o.mkdirSync)(r,{mode:448});const c=y(process.pid)?.startedAt??0;(0,o.writeFileSync)((0,i.join)(r,F),JSON.stringify({pid:process.pid,startedAt:c,marker:e,directory:t}));(0,o.renameSync)(r,t);return t}function G(e){let n;try{n=(0,o.readdirSync)(e).filter(e=>q.test(e))}catch{return}for(const t of n){try{K((0,i.join)(e,t))}catch{}}}function K(e){const n=(0,o.lstatSync)(e);if(!n.isDirectory()||n.uid!==process.getuid?.())return;const t=JSON.parse((0,o.readFileSync)((0,i.join)(e,F),"utf8"));if(t.directory!==e||typeof t.pid!=="number"||typeof t.marker!=="string")return;const r=y(t.pid);if(r!==undefined&&r.startedAt===t.startedAt)return;for(const e of m()){if(w(e.pid,`PW_CHECK_RUN=${t.marker}`))process.kill(e.pid,"SIGKILL")}W(e);(0,o.rmSync)(e,{recursive:true,force:true})}function W(e){let n="";try{n=(0,o.readFileSync)((0,i.join)(e,"batch-jobs"),"utf8")}catch{return}for(const e of n.split("\n")){const n=/^(slurm|pbs) (\d+)$/.exec(e);if(n===null)continue;(0,l.spawnSync)(n[1]==="slurm"?"scancel":"qdel",[n[2]??""],{stdio:"ignore",timeout:5e3})}};function X(){return{makeRunDirectory:M,makeDirectory:e=>void(0,o.mkdirSync)(e,{recursive:true}),write(e,n,t){(0,o.mkdirSync)((0,i.dirname)(e),{recursive:true});(0,o.writeFileSync)(e,n);if(t!==undefined)(0,o.chmodSync)(e,t)},read:(e,n)=>J(e,()=>0,n)?.text,readEnd:(e,n)=>J(e,e=>Math.max(0,e-n),n)?.text,readFrom:(e,n,t)=>J(e,()=>n,t)??{text:"",next:n},kindOf(e){const n=z(e);if(n===undefined)return"missing";return n.isFile()?"file":n.isDirectory()?"directory":"other"},list:e=>B(e).map(e=>e.name),listDeep:V,copyRepository:Z,copyFile(e,n){if(z(e)?.isFile()!==true)return false;(0,o.mkdirSync)((0,i.dirname)(n),{recursive:true});(0,o.copyFileSync)(e,n);return true},move(e,n){(0,o.mkdirSync)((0,i.dirname)(n),{recursive:true});try{(0,o.renameSync)(e,n)}catch{(0,o.cpSync)(e,n,{recursive:true,verbatimSymlinks:true,filter:Q});(0,o.rmSync)(e,{recursive:true,force:true})}},remove:e=>(0,o.rmSync)(e,{recursive:true,force:true,maxRetries:5}),watch:Y}}function z(e){try{return(0,o.statSync)(e)}catch{return undefined}}function B(e){try{return(0,o.readdirSync)(e,{withFileTypes:true}).sort((e,n)=>e.name<n.name?-1:1)}catch{return[]}}function J(e,n,t){let r;try{r=(0,o.openSync)(e,o.constants.O_RDONLY|o.constants.O_NONBLOCK)}catch{return undefined}try{const e=(0,o.fstatSync)(r);if(!e.isFile())return undefined;const s=n(e.size);const i=Buffer.alloc(Math.max(0,Math.min(t,e.size-s)));const c=i.length===0?0:(0,o.readSync)(r,i,0,i.length,s);return{text:i.subarray(0,c).toString("utf8"),next:s+c}}catch{return undefined}finally{(0,o.closeSync)(r)}}function V(e,n){const t=[];const r=[""];for(let o=r.shift();o!==undefined;o=r.shift()){for(const s of B((0,i.join)(e,o))){const e=o===""?s.name:`${o}/${s.name}`;if(s.isDirectory())r.push(e);else t.push(e);if(t.length>=n)return t.sort()}}return t.sort()}function Z(e){const n=[];const t=e.only.length===0?["."]:e.only;for(const r of t){const t=(0,i.join)(e.from,r);if(t!==e.from&&!t.startsWith(e.from+i.sep))n.push(r);else if(z(t)===undefined)n.push(r);else{(0,o.cpSync)(t,(0,i.join)(e.to,r),{recursive:true,verbatimSymlinks:true,filter:n=>Q(n)&&!/[\\/](?:\.git|node_modules)(?:[\\/]|$)/.test(n.slice(e.from.length))})}}return{missing:n}}function Q(e){const n=(0,o.lstatSync)(e,{throwIfNoEntry:false});return n?.isFile()===true||n?.isDirectory()===true||n?.isSymbolicLink()===true}function Y(e,n){try{const t=(0,o.watch)(e,(e,t)=>{if(t!==null)n(t)});t.on("error",()=>{});return()=>t.close()}catch{return()=>{}}}var ee=t(7067);var en=t(4708);var et=t(7030);var er=t(1692);const eo=100;const es=3e4;function ei(){return{open:ec}}async function ec(){const e=new Map;const n=[];const t=new Set;const r=t=>{const r=t.split("?")[0]??"";for(const[n,t]of e){if(r===n||r.startsWith(`${n}/`))return{prefix:n,target:t}}if(n.length<eo)n.push(t);return undefined};const o=(0,ee.createServer)((e,n)=>ea(r(e.url??"/"),e,n));o.on("upgrade",(e,n,o)=>ef(r(e.url??"/"),e,n,o,t));o.on("connection",e=>{t.add(e);e.on("close",()=>t.delete(e))});await new Promise((e,n)=>{o.once("error",n);o.listen(0,"127.0.0.1",()=>e())});return{port:ed(o),route:(n,t)=>void e.set(n,t),strays:n,close:()=>new Promise(e=>{for(const e of t)e.destroy();o.close(()=>e())})}}function ed(e){const n=e.address();return typeof n==="object"&&n!==null?n.port:0}function eu(e,n){return{...e.headers,"x-forwarded-prefix":n.prefix,"x-forwarded-host":e.headers.host??"","x-forwarded-proto":"https"}}function ea(e,n,t){if(e===undefined){t.writeHead(404,{"content-type":"text/plain"}).end("this path is outside of the session\n");return}const r=e.target.tls?en.request:ee.request;const o=r({host:e.target.host,port:e.target.port,method:n.method,path:n.url,headers:eu(n,e),agent:false,rejectUnauthorized:false,timeout:es});const s=()=>{if(t.headersSent)t.destroy();else t.writeHead(502,{"content-type":"text/plain"}).end("the service does not answer\n")};o.on("response",e=>{t.writeHead(e.statusCode??502,e.headers);e.pipe(t);e.on("error",()=>t.destroy())});o.on("timeout",()=>o.destroy());o.on("error",s);t.on("close",()=>o.destroy());n.pipe(o)}function ef(e,n,t,r,o){t.on("error",()=>t.destroy());if(e===undefined){t.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");return}const{host:s,port:i,tls:c}=e.target;const d=c?(0,er.connect)({host:s,port:i,rejectUnauthorized:false}):(0,et.connect)({host:s,port:i});o.add(d);d.on("close",()=>{o.delete(d);t.destroy()});d.on("error",()=>t.destroy());t.on("close",()=>d.destroy());const u=Object.entries(eu(n,e)).flatMap(([e,n])=>(Array.isArray(n)?n:[n]).map(n=>`${e}: ${n}\r
`));d.write(`${n.method} ${n.url} HTTP/1.1\r
${u.join("")}\r
`);if(r.length>0)d.write(r);t.pipe(d).pipe(t)};function el(){return{processes:D(),network:(0,f.D)(),files:X(),machine:d(),clock:(0,r.$)(),sessions:ei()}}}};
