"use strict";exports.id=509;exports.ids=[509];exports.modules={4509:(e,t,n)=>{n.r(t);n.d(t,{nodeRunPorts:()=>eA});var r=n(8930);var s=n(3024);var o=n(8161);var i=n(6760);const c=["SLURM_CONF","PBS_CONF_FILE","PBS_DEFAULT","PBS_SERVER"];const u=["LANG","LC_ALL","TZ","RUNNER_TRACKING_ID",...c];const a=e=>Object.fromEntries(e.flatMap(e=>{const t=process.env[e];return t===undefined?[]:[[e,t]]}));const d=()=>a(c);function f(){const e=(process.env["PATH"]??"/usr/local/bin:/usr/bin:/bin").split(i.delimiter).filter(e=>(0,i.isAbsolute)(e)&&!e.includes("node_modules"));return{user:l(),hostname:(0,o.hostname)(),addresses:Object.values((0,o.networkInterfaces)()).flatMap(e=>(e??[]).map(({address:e})=>e)),programPath:e,passedOn:a(u),find:t=>e.map(e=>(0,i.join)(e,t)).find(p)}}function l(){try{return(0,o.userInfo)().username}catch{return"user"}}function p(e){try{(0,s.accessSync)(e,s.constants.X_OK);return(0,s.statSync)(e).isFile()}catch{return false}}var m=n(1553);var $=n(7067);var y=n(4708);var h=n(7030);var w=n(1692);const g=256*1024;function S(){return{probe:b,resolve:T,speaksTls:x,accepts:N}}function b(e){return new Promise(t=>{const n=e.tls?y.request:$.request;const r=n({host:e.host,port:e.port,path:e.path,headers:{"user-agent":"pw-workflow-check",accept:"*/*",...e.headers},agent:false,rejectUnauthorized:false});const s=setTimeout(()=>{r.destroy();t({kind:"none",reason:"timeout",message:`no answer within ${e.timeoutMs} ms`})},e.timeoutMs);r.on("error",e=>{clearTimeout(s);t({kind:"none",...k(e)})});r.on("response",n=>{void v(n,e.timeoutMs).then(e=>{clearTimeout(s);r.destroy();t({kind:"answer",status:n.statusCode??0,headers:n.headers,body:e})})});r.end()})}function k(e){const t=e.code??"";const n=e.message;if(t==="ECONNREFUSED")return{reason:"refused",message:n};if(["EHOSTUNREACH","ENETUNREACH","EADDRNOTAVAIL","ENOTFOUND","EAI_AGAIN"].includes(t)){return{reason:"unreachable",message:n}}if(t.startsWith("HPE_"))return{reason:"not-http",message:n};if(t==="EPROTO"||t.startsWith("ERR_SSL")||t.startsWith("ERR_TLS"))return{reason:"tls",message:n};return{reason:"closed",message:n}}function v(e,t){return new Promise(n=>{const r=[];let s=0;const o=()=>{clearTimeout(i);n(Buffer.concat(r).subarray(0,g).toString("utf8"))};const i=setTimeout(o,Math.min(t,1e3));e.on("data",e=>{r.push(e);s+=e.length;if(s>=g)o()});e.on("end",o);e.on("error",o);e.on("close",o)})}async function T(e){try{return(await (0,m.lookup)(e,{all:true})).map(e=>e.address)}catch{return[]}}function x(e,t,n){return new Promise(r=>{const s=(0,w.connect)({host:e,port:t,rejectUnauthorized:false,timeout:n});const o=e=>{s.destroy();r(e)};s.on("secureConnect",()=>o(true));s.on("error",()=>o(false));s.on("timeout",()=>o(false));s.on("close",()=>o(false))})}function N(e,t,n){return new Promise(r=>{const s=(0,h.connect)({host:e,port:t,timeout:n});const o=e=>{s.destroy();r(e)};s.on("connect",()=>o(true));s.on("error",()=>o(false));s.on("timeout",()=>o(false))})}var _=n(1421);function P(e){const t=(0,s.openSync)(e.output,"a");const[n,...r]=e.argv;const o=(0,_.spawn)(n,r,{cwd:e.cwd,env:{...e.env},stdio:["ignore",t,t],detached:true});(0,s.closeSync)(t);let i=false;const c=new Promise(e=>{const t=t=>{i=true;e(t)};o.on("error",()=>t({kind:"exit",code:127}));o.on("exit",(e,n)=>t(n===null?{kind:"exit",code:e??0}:{kind:"signal",signal:n}))});return Promise.resolve({pid:o.pid??0,ended:c,signalGroup(e){if(i||o.pid===undefined)return;try{process.kill(-o.pid,e)}catch{}}})};function I(e){try{return(0,s.readFileSync)(e,"latin1")}catch{return undefined}}function O(){let e;try{e=(0,s.readdirSync)("/proc")}catch{return[]}const t=[];for(const n of e){const e=/^\d+$/.test(n)?E(Number(n)):undefined;if(e!==undefined)t.push(e)}return t}function E(e){const t=I(`/proc/${e}/stat`);if(t===undefined)return undefined;const n=t.indexOf("(");const r=t.lastIndexOf(")");const s=t.slice(r+2).split(" ");if(s[0]==="Z"||s[0]==="X")return undefined;const o=e=>Number(s[e]??0);return{pid:e,name:t.slice(n+1,r),parent:o(1),group:o(2),ticks:o(11)+o(12),startedAt:o(19)}}function R(e,t){const n=new Map;for(const e of t){const t=n.get(e.parent);if(t===undefined)n.set(e.parent,[e]);else t.push(e)}const r=[];const s=[e];for(let e=s.pop();e!==undefined;e=s.pop()){for(const t of n.get(e)??[]){r.push(t);s.push(t.pid)}n.delete(e)}return r}function L(e,t){const n=I(`/proc/${e}/environ`);return n!==undefined&&`\0${n}`.includes(`\0${t}\0`)}function j(e,t){const n=I(`/proc/${e}/environ`);const r=n?.split("\0").find(e=>e.startsWith(`${t}=`));return r?.slice(t.length+1)}function A(e){const t=I(`/proc/${e.pid}/cmdline`)?.replace(/\0+$/,"").replaceAll("\0"," ");const n=t===undefined||t===""?`[${e.name}]`:Buffer.from(t,"latin1").toString("utf8");return n.length>300?`${n.slice(0,299)}\u{2026}`:n}function U(e){let t;try{t=(0,s.readlinkSync)(`/proc/${e.pid}/exe`)}catch{t=undefined}return{pid:e.pid,parent:e.parent,group:e.group,command:A(e),program:t,ticks:e.ticks,step:j(e.pid,"PW_CHECK_STEP")}}function D(e,t){const n=`socket:[${e}]`;for(const e of t){let t;try{t=(0,s.readdirSync)(`/proc/${e}/fd`)}catch{continue}for(const r of t){try{if((0,s.readlinkSync)(`/proc/${e}/fd/${r}`)===n)return e}catch{}}}return undefined}function C(){return["/proc/net/tcp","/proc/net/tcp6"].flatMap(e=>{const t=[];for(const n of(I(e)??"").split("\n").slice(1)){const e=n.trim().split(/\s+/);if(e[3]!=="0A")continue;const[r,s]=(e[1]??"").split(":");t.push({address:q(H(r??"")),port:Number.parseInt(s??"",16),inode:Number(e[9])})}return t})}function H(e){const t=Buffer.from(e,"hex");for(let e=0;e+4<=t.length;e+=4)t.subarray(e,e+4).reverse();return t}function q(e){if(e.length===4)return[...e].join(".");if(e.subarray(0,12).equals(Buffer.from("00000000000000000000ffff","hex"))){return[...e.subarray(12)].join(".")}const t=Array.from({length:8},(t,n)=>e.readUInt16BE(n*2).toString(16));const n=t.join(":");const r=[...n.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].sort((e,t)=>t[0].length-e[0].length)[0];if(r===undefined)return n;const s=n.slice(0,r.index);const o=n.slice(r.index+r[0].length).replace(/^:/,"");return`${s}::${o}`}var M=n(481);function F(e){return Object.entries(o.constants.signals).find(([,t])=>t===e)?.[0]??`signal ${e}`};const B=`
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
  # Nobody is told of the process before it leads a group of its own: a signal to the group would be lost.
  pipe(my $begun, my $begins);
  my $pid = fork();
  if (!defined $pid) { say_line('started', $id, 0); say_line('ended', $id, 126, 0); return; }
  if ($pid == 0) {
    $SIG{$_} = 'DEFAULT' for qw(INT TERM HUP QUIT USR1 USR2 PIPE TSTP CHLD);
    POSIX::setsid();
    close $begun; close $begins;
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
  close $begins;
  sysread($begun, my $nothing, 1);
  close $begun;
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
`;const G=e=>`x${Buffer.from(e,"utf8").toString("hex")}`;function K(e){const t=(0,_.spawn)("perl",["-e",B,e],{stdio:["pipe","pipe","ignore"],detached:true,env:{...d(),PATH:process.env["PATH"]??"/usr/bin:/bin",LC_ALL:"C"}});return new Promise(e=>{let n=false;const r=W(t);t.on("error",()=>e(undefined));t.on("exit",()=>{if(!n)e(undefined);r.lost()});t.stdin?.on("error",()=>{});(0,M.createInterface)({input:t.stdout}).on("line",t=>{const[s,...o]=t.split(" ");if(s==="ready"){n=true;e(r.supervisor(o[0]==="1"))}else r.take(s??"",o)})})}function W(e){const t=new Map;const n=new Set;let r=0;let s=false;const o=t=>{e.stdin?.write(`${t}
`)};const i=e=>new Promise(n=>{const i=String(++r);let c=()=>{};const u=new Promise(e=>{c=e});t.set(i,{accept:e=>n(X(e,u)),end:c});const a=Object.entries(e.env).map(([e,t])=>G(`${e}=${t}`));const d=[G(e.cwd),G(e.output),String(e.argv.length),...e.argv.map(G)];o(["start",i,...d,...a].join(" "));if(s){n(X(0,u));c({kind:"signal",signal:"SIGKILL"})}});const c=(e,r)=>{if(e==="started")t.get(r[0]??"")?.accept(Number(r[1]));else if(e==="ended"){t.get(r[0]??"")?.end(z(Number(r[1]),Number(r[2])));t.delete(r[0]??"")}else if(e==="sockets"){const[e,...t]=r;const s=e==="0"?undefined:Math.max(0,Date.now()-Number(e));const o=t.filter(e=>e!=="").map(V);for(const e of n)e(o,s)}};return{take:c,lost(){s=true;for(const{accept:e,end:n}of t.values()){e(0);n({kind:"signal",signal:"SIGKILL"})}t.clear()},supervisor:t=>({pid:e.pid??0,seesSockets:t,start:i,watch(e){n.add(e);o("watch");return()=>{n.delete(e);if(n.size===0)o("unwatch")}},close:()=>new Promise(t=>{if(s)t();else{e.on("exit",()=>t());o("keep");e.stdin?.end()}})})}}function X(e,t){let n=false;void t.then(()=>{n=true});return{pid:e,ended:t,signalGroup(t){if(n||e<=1)return;try{process.kill(-e,t)}catch{}}}}const z=(e,t)=>t===0?{kind:"exit",code:e}:{kind:"signal",signal:F(t)};function V(e){const[,t,n,r]=e.split(":");return{address:q(Buffer.from(t??"","hex")),port:Number(n),inode:Number(r)}};const J=15;function Z(){return{async open({directory:e,marker:t}){return Q(await K(e),t,e)}}}function Q(e,t,n){const r=`PW_CHECK_RUN=${t}`;const s=new Set;const o=()=>{const t=O();const o=new Set(e===undefined?[]:R(e.pid,t).map(e=>e.pid));const i=Y(n,t);const c=t=>t.pid!==process.pid&&t.pid!==e?.pid&&(s.has(t.group)||i.has(t.group)||L(t.pid,r));for(const e of i)for(const n of[...R(e,t)])o.add(n.pid);return t.filter(e=>o.has(e.pid)||i.has(e.pid)||c(e))};const i=(e,t)=>{try{if(e>1)process.kill(e,t)}catch{}};return{async start(t){if(e!==undefined)return e.start(t);const n=await P(t);if(n.pid>0)s.add(n.pid);return n},members:()=>o().map(U),signal:i,listeners:C,ownerOf(e){const t=o().map(e=>e.pid);const n=D(e.inode,t);const r=n??D(e.inode,O().map(e=>e.pid));const s=r===undefined?undefined:E(r);if(s===undefined)return undefined;return{pid:s.pid,command:A(s),inScope:n!==undefined,step:j(s.pid,"PW_CHECK_STEP")}},watchListeners:t=>e?.seesSockets?e.watch(t):ee(t),async close(){await e?.close();for(let e=0;e<1e3;e++){const e=o();if(e.length===0)return;for(const t of e)i(t.pid,"SIGKILL");await new Promise(e=>setTimeout(e,5))}}}}function Y(e,t){const n=new Map(t.map(e=>[e.pid,e.startedAt]));const r=I((0,i.join)(e,"processes"))?.split("\n")??[];return new Set(r.flatMap(e=>{const[t,...r]=e.split(" ");return n.get(Number(t))===Number(r[19]??Number.NaN)?[Number(t)]:[]}))}function ee(e){let t="";let n=performance.now();const r=()=>{const r=C();const s=performance.now()-n;n=performance.now();const o=JSON.stringify(r);if(o!==t){t=o;e(r,s)}};const s=setInterval(r,J);return()=>clearInterval(s)};const et="pw-workflow-check-run-";const en=/^pw-workflow-check-run-[0-9a-z-]{8,60}$/;const er=".owner.json";function es(e){const t=(0,s.realpathSync)((0,o.tmpdir)());eo(t);const n=(0,i.join)(t,`${et}${e}`);const r=`${n}.new`;(0,s.mkdirSync)(r,{mode:448});const c=E(process.pid)?.startedAt??0;(0,s.writeFileSync)((0,i.join)(r,er),JSON.stringify({pid:process.pid,startedAt:c,marker:e,directory:n}));(0,s.renameSync)(r,n);return n}function eo(e){let t;try{t=(0,s.readdirSync)(e).filter(e=>en.test(e))}catch{return}for(const n of t){try{ei((0,i.join)(e,n))}catch{}}}function ei(e){const t=(0,s.lstatSync)(e);if(!t.isDirectory()||t.uid!==process.getuid?.())return;const n=JSON.parse((0,s.readFileSync)((0,i.join)(e,er),"utf8"));if(n.directory!==e||typeof n.pid!=="number"||typeof n.marker!=="string")return;const r=E(n.pid);if(r!==undefined&&r.startedAt===n.startedAt)return;for(const e of O()){if(L(e.pid,`PW_CHECK_RUN=${n.marker}`))process.kill(e.pid,"SIGKILL")}ec(e);(0,s.rmSync)(e,{recursive:true,force:true})}function ec(e){let t="";try{t=(0,s.readFileSync)((0,i.join)(e,"batch-jobs"),"utf8")}catch{return}for(const e of t.split("\n")){const t=/^(slurm|pbs) (\d+)$/.exec(e);if(t===null)continue;(0,_.spawnSync)(t[1]==="slurm"?"scancel":"qdel",[t[2]??""],{stdio:"ignore",timeout:5e3})}};function eu(){return{makeRunDirectory:es,makeDirectory:e=>void(0,s.mkdirSync)(e,{recursive:true}),write(e,t,n){(0,s.mkdirSync)((0,i.dirname)(e),{recursive:true});(0,s.writeFileSync)(e,t);if(n!==undefined)(0,s.chmodSync)(e,n)},read:(e,t)=>ef(e,()=>0,t)?.text,readEnd:(e,t)=>ef(e,e=>Math.max(0,e-t),t)?.text,readFrom:(e,t,n)=>ef(e,()=>t,n)??{text:"",next:t},kindOf(e){const t=ea(e);if(t===undefined)return"missing";return t.isFile()?"file":t.isDirectory()?"directory":"other"},list:e=>ed(e).map(e=>e.name),listDeep:el,copyRepository:ep,copyFile(e,t){if(ea(e)?.isFile()!==true)return false;(0,s.mkdirSync)((0,i.dirname)(t),{recursive:true});(0,s.copyFileSync)(e,t);return true},move(e,t){(0,s.mkdirSync)((0,i.dirname)(t),{recursive:true});try{(0,s.renameSync)(e,t)}catch{(0,s.cpSync)(e,t,{recursive:true,verbatimSymlinks:true,filter:em});(0,s.rmSync)(e,{recursive:true,force:true})}},remove:e=>(0,s.rmSync)(e,{recursive:true,force:true,maxRetries:5}),watch:e$}}function ea(e){try{return(0,s.statSync)(e)}catch{return undefined}}function ed(e){try{return(0,s.readdirSync)(e,{withFileTypes:true}).sort((e,t)=>e.name<t.name?-1:1)}catch{return[]}}function ef(e,t,n){let r;try{r=(0,s.openSync)(e,s.constants.O_RDONLY|s.constants.O_NONBLOCK)}catch{return undefined}try{const e=(0,s.fstatSync)(r);if(!e.isFile())return undefined;const o=t(e.size);const i=Buffer.alloc(Math.max(0,Math.min(n,e.size-o)));const c=i.length===0?0:(0,s.readSync)(r,i,0,i.length,o);return{text:i.subarray(0,c).toString("utf8"),next:o+c}}catch{return undefined}finally{(0,s.closeSync)(r)}}function el(e,t){const n=[];const r=[""];for(let s=r.shift();s!==undefined;s=r.shift()){for(const o of ed((0,i.join)(e,s))){const e=s===""?o.name:`${s}/${o.name}`;if(o.isDirectory())r.push(e);else n.push(e);if(n.length>=t)return n.sort()}}return n.sort()}function ep(e){const t=[];const n=e.only.length===0?["."]:e.only;for(const r of n){const n=(0,i.join)(e.from,r);if(n!==e.from&&!n.startsWith(e.from+i.sep))t.push(r);else if(ea(n)===undefined)t.push(r);else{(0,s.cpSync)(n,(0,i.join)(e.to,r),{recursive:true,verbatimSymlinks:true,filter:t=>em(t)&&!/[\\/](?:\.git|node_modules)(?:[\\/]|$)/.test(t.slice(e.from.length))})}}return{missing:t}}function em(e){const t=(0,s.lstatSync)(e,{throwIfNoEntry:false});return t?.isFile()===true||t?.isDirectory()===true||t?.isSymbolicLink()===true}function e$(e,t){try{const n=(0,s.watch)(e,(e,n)=>{if(n!==null)t(n)});n.on("error",()=>{});return()=>n.close()}catch{return()=>{}}};const ey=3e3;const eh={slurm:["sbatch","squeue","scontrol","scancel","sinfo"],pbs:["qsub","qstat","qdel"]};function ew(e,t){const n=new Map;const r=(...n)=>t.run({command:"env",arguments:["-i",`PATH=${e.programPath.join(":")}`,...Object.entries(e.passedOn).map(([e,t])=>`${e}=${t}`),...n],timeoutMs:ey,maxOutputBytes:1e5});const s=async t=>{const n=eh[t].find(t=>e.find(t)===undefined);if(n!==undefined)return{kind:"missing",command:n};return t==="slurm"?eb(await r("sinfo","--noheader","--format=%a %T")):ek(r,e.find("qsub")??"qsub")};return{state(e){const t=n.get(e)??s(e);n.set(e,t);return t}}}const eg=153;const eS=/^(?:down|drain|fail|error|future|inval|maint|reboot|unk)|\*$/i;function eb(e){if(e.status!==0)return{kind:"silent",why:ev(e)};const t=e.stdout.split("\n").map(e=>e.trim().split(/\s+/));const n=t.filter(([e])=>e==="up").map(([,e])=>e??"");if(n.some(e=>e!==""&&!eS.test(e)))return{kind:"answers"};const r=[...new Set(n)].join(", ");return{kind:"silent",why:r===""?"no partition is up":`its nodes are ${r}`}}async function ek(e,t){const n=eT(t)?"the commands are those of SLURM that look like PBS":undefined;const r=await e("qstat","-B");if(r.status===0)return{kind:"answers",flavour:n};const s=r.failed==="timeout"?r:await e("qstat");const o=s.status===eg;if(s.status===0||o||s.failed==="too-much-output")return{kind:"answers",flavour:n};return{kind:"silent",why:ev(s)}}function ev(e){if(e.failed==="timeout")return`no answer within ${ey/1e3} s`;const t=`${e.stdout}
${e.stderr}`.split("\n").filter(e=>e.trim()!=="");return t.at(-1)?.trim()??`status ${e.status??"unknown"}`}function eT(e){const t=Buffer.alloc(4096);try{const n=(0,s.openSync)(e,"r");try{(0,s.readSync)(n,t,0,t.length,0)}finally{(0,s.closeSync)(n)}}catch{return false}return t.subarray(0,2).toString()==="#!"&&/slurm/i.test(t.toString("latin1"))};const ex=100;const eN=3e4;function e_(){return{open:eP}}async function eP(){const e=new Map;const t=[];const n=new Set;let r=0;const s=(n,s)=>{r++;const o=n.url??"/";const i=o.split("?")[0]??"";for(const[t,n]of e){if(i===t||i.startsWith(`${t}/`))return{prefix:t,target:n}}if(t.length<ex)t.push({url:o,websocket:s,from:eO(n)});return undefined};const o=(0,$.createServer)((e,t)=>eR(s(e,false),e,t));o.on("upgrade",(e,t,r)=>eL(s(e,true),e,t,r,n));o.on("connection",e=>{n.add(e);e.on("close",()=>n.delete(e))});await new Promise((e,t)=>{o.once("error",t);o.listen(0,"127.0.0.1",()=>e())});return{port:eI(o),route:(t,n)=>void e.set(t,n),strays:t,asked:()=>r,close:()=>new Promise(e=>{for(const e of n)e.destroy();o.close(()=>e())})}}function eI(e){const t=e.address();return typeof t==="object"&&t!==null?t.port:0}function eO(e){const{referer:t}=e.headers;return t!==undefined&&URL.canParse(t)?new URL(t).pathname:undefined}function eE(e,t){return{...e.headers,"x-forwarded-prefix":t.prefix,"x-forwarded-host":e.headers.host??"","x-forwarded-proto":"https"}}function eR(e,t,n){if(e===undefined){n.writeHead(404,{"content-type":"text/plain"}).end("this path is outside of the session\n");return}const r=e.target.tls?y.request:$.request;const s=r({host:e.target.host,port:e.target.port,method:t.method,path:t.url,headers:eE(t,e),agent:false,rejectUnauthorized:false,timeout:eN});const o=()=>{if(n.headersSent)n.destroy();else n.writeHead(502,{"content-type":"text/plain"}).end("the service does not answer\n")};s.on("response",e=>{n.writeHead(e.statusCode??502,e.headers);e.pipe(n);e.on("error",()=>n.destroy())});s.on("timeout",()=>s.destroy());s.on("error",o);n.on("close",()=>s.destroy());t.pipe(s)}function eL(e,t,n,r,s){n.on("error",()=>n.destroy());if(e===undefined){n.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");return}const{host:o,port:i,tls:c}=e.target;const u=c?(0,w.connect)({host:o,port:i,rejectUnauthorized:false}):(0,h.connect)({host:o,port:i});s.add(u);u.on("close",()=>{s.delete(u);n.destroy()});u.on("error",()=>n.destroy());n.on("close",()=>u.destroy());const a=Object.entries(eE(t,e)).flatMap(([e,t])=>(Array.isArray(t)?t:[t]).map(t=>`${e}: ${t}\r
`));u.write(`${t.method} ${t.url} HTTP/1.1\r
${a.join("")}\r
`);if(r.length>0)u.write(r);n.pipe(u).pipe(n)}var ej=n(1035);function eA(){const e=f();return{processes:Z(),network:S(),files:eu(),machine:e,clock:(0,r.$)(),sessions:e_(),schedulers:ew(e,(0,ej.l)())}}}};