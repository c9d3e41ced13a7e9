// 9957bbd492a62c92eb3939bb7c2426a4dbc1a642c04b62a96fdb2da9c9dad3b2
(function(exports,require,module,__filename,__dirname){"use strict";exports.id=306;exports.ids=[306];exports.modules={8301:(e,n,t)=>{t.d(n,{w:()=>p,x:()=>l});var r=t(3024);var s=t.n(r);var o=t(8161);var i=t.n(o);var c=t(6760);var a=t.n(c);const u=["SLURM_CONF","PBS_CONF_FILE","PBS_DEFAULT","PBS_SERVER"];const d=["LANG","LC_ALL","TZ","RUNNER_TRACKING_ID",...u];const f=e=>Object.fromEntries(e.flatMap(e=>{const n=process.env[e];return n===undefined?[]:[[e,n]]}));const l=()=>f(u);function p(){const e=(process.env["PATH"]??"/usr/local/bin:/usr/bin:/bin").split(c.delimiter).filter(e=>(0,c.isAbsolute)(e)&&!e.includes("node_modules"));return{user:m(),hostname:(0,o.hostname)(),addresses:Object.values((0,o.networkInterfaces)()).flatMap(e=>(e??[]).map(({address:e})=>e)),programPath:e,passedOn:f(d),find:n=>e.map(e=>(0,c.join)(e,n)).find($)}}function m(){try{return(0,o.userInfo)().username}catch{return"user"}}function $(e){try{(0,r.accessSync)(e,r.constants.X_OK);return(0,r.statSync)(e).isFile()}catch{return false}}},9610:(e,n,t)=>{t.d(n,{D:()=>m});var r=t(1553);var s=t.n(r);var o=t(7067);var i=t.n(o);var c=t(4708);var a=t.n(c);var u=t(7030);var d=t.n(u);var f=t(1692);var l=t.n(f);const p=256*1024;function m(){return{probe:$,resolve:w,speaksTls:g,accepts:S}}function $(e){return new Promise(n=>{const t=e.tls?c.request:o.request;const r=t({host:e.host,port:e.port,path:e.path,headers:{"user-agent":"pw-workflow-check",accept:"*/*",...e.headers},agent:false,rejectUnauthorized:false});const s=setTimeout(()=>{r.destroy();n({kind:"none",reason:"timeout",message:`no answer within ${e.timeoutMs} ms`})},e.timeoutMs);r.on("error",e=>{clearTimeout(s);n({kind:"none",...y(e)})});r.on("response",t=>{void h(t,e.timeoutMs).then(e=>{clearTimeout(s);r.destroy();n({kind:"answer",status:t.statusCode??0,headers:t.headers,body:e})})});r.end()})}function y(e){const n=e.code??"";const t=e.message;if(n==="ECONNREFUSED")return{reason:"refused",message:t};if(["EHOSTUNREACH","ENETUNREACH","EADDRNOTAVAIL","ENOTFOUND","EAI_AGAIN"].includes(n)){return{reason:"unreachable",message:t}}if(n.startsWith("HPE_"))return{reason:"not-http",message:t};if(n==="EPROTO"||n.startsWith("ERR_SSL")||n.startsWith("ERR_TLS"))return{reason:"tls",message:t};return{reason:"closed",message:t}}function h(e,n){return new Promise(t=>{const r=[];let s=0;const o=()=>{clearTimeout(i);t(Buffer.concat(r).subarray(0,p).toString("utf8"))};const i=setTimeout(o,Math.min(n,1e3));e.on("data",e=>{r.push(e);s+=e.length;if(s>=p)o()});e.on("end",o);e.on("error",o);e.on("close",o)})}async function w(e){try{return(await (0,r.lookup)(e,{all:true})).map(e=>e.address)}catch{return[]}}function g(e,n,t){return new Promise(r=>{const s=(0,f.connect)({host:e,port:n,rejectUnauthorized:false,timeout:t});const o=e=>{s.destroy();r(e)};s.on("secureConnect",()=>o(true));s.on("error",()=>o(false));s.on("timeout",()=>o(false));s.on("close",()=>o(false))})}function S(e,n,t){return new Promise(r=>{const s=(0,u.connect)({host:e,port:n,timeout:t});const o=e=>{s.destroy();r(e)};s.on("connect",()=>o(true));s.on("error",()=>o(false));s.on("timeout",()=>o(false))})}},254:(e,n,t)=>{t.d(n,{Kd:()=>p,Nl:()=>f,OC:()=>m,Qu:()=>c,ci:()=>y,gO:()=>a,lg:()=>l,oI:()=>i,p7:()=>d,sl:()=>u,uR:()=>o});var r=t(3024);var s=t.n(r);function o(e){try{return(0,r.readFileSync)(e,"latin1")}catch{return undefined}}function i(){let e;try{e=(0,r.readdirSync)("/proc")}catch{return[]}const n=[];for(const t of e){const e=/^\d+$/.test(t)?c(Number(t)):undefined;if(e!==undefined)n.push(e)}return n}function c(e){const n=o(`/proc/${e}/stat`);if(n===undefined)return undefined;const t=n.indexOf("(");const r=n.lastIndexOf(")");const s=n.slice(r+2).split(" ");if(s[0]==="Z"||s[0]==="X")return undefined;const i=e=>Number(s[e]??0);return{pid:e,name:n.slice(t+1,r),parent:i(1),group:i(2),ticks:i(11)+i(12),startedAt:i(19)}}function a(e,n){const t=new Map;for(const e of n){const n=t.get(e.parent);if(n===undefined)t.set(e.parent,[e]);else n.push(e)}const r=[];const s=[e];for(let e=s.pop();e!==undefined;e=s.pop()){for(const n of t.get(e)??[]){r.push(n);s.push(n.pid)}t.delete(e)}return r}function u(e,n){const t=o(`/proc/${e}/environ`);return t!==undefined&&`\0${t}`.includes(`\0${n}\0`)}function d(e,n){const t=o(`/proc/${e}/environ`);const r=t?.split("\0").find(e=>e.startsWith(`${n}=`));return r?.slice(n.length+1)}function f(e){const n=o(`/proc/${e.pid}/cmdline`)?.replace(/\0+$/,"").replaceAll("\0"," ");const t=n===undefined||n===""?`[${e.name}]`:Buffer.from(n,"latin1").toString("utf8");return t.length>300?`${t.slice(0,299)}\u{2026}`:t}function l(e){let n;try{n=(0,r.readlinkSync)(`/proc/${e.pid}/exe`)}catch{n=undefined}return{pid:e.pid,parent:e.parent,group:e.group,command:f(e),program:n,ticks:e.ticks,step:d(e.pid,"PW_CHECK_STEP")}}function p(e,n){const t=`socket:[${e}]`;for(const e of n){let n;try{n=(0,r.readdirSync)(`/proc/${e}/fd`)}catch{continue}for(const s of n){try{if((0,r.readlinkSync)(`/proc/${e}/fd/${s}`)===t)return e}catch{}}}return undefined}function m(){return["/proc/net/tcp","/proc/net/tcp6"].flatMap(e=>{const n=[];for(const t of(o(e)??"").split("\n").slice(1)){const e=t.trim().split(/\s+/);if(e[3]!=="0A")continue;const[r,s]=(e[1]??"").split(":");n.push({address:y($(r??"")),port:Number.parseInt(s??"",16),inode:Number(e[9])})}return n})}function $(e){const n=Buffer.from(e,"hex");for(let e=0;e+4<=n.length;e+=4)n.subarray(e,e+4).reverse();return n}function y(e){if(e.length===4)return[...e].join(".");if(e.subarray(0,12).equals(Buffer.from("00000000000000000000ffff","hex"))){return[...e.subarray(12)].join(".")}const n=Array.from({length:8},(n,t)=>e.readUInt16BE(t*2).toString(16));const t=n.join(":");const r=[...t.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].sort((e,n)=>n[0].length-e[0].length)[0];if(r===undefined)return t;const s=t.slice(0,r.index);const o=t.slice(r.index+r[0].length).replace(/^:/,"");return`${s}::${o}`}},875:(e,n,t)=>{t.d(n,{X:()=>$});var r=t(3024);var s=t(6760);var o=t(1421);var i=t(8161);var c=t(254);const a="pw-workflow-check-run-";const u=/^pw-workflow-check-run-[0-9a-z-]{8,60}$/;const d=".owner.json";function f(e){const n=(0,r.realpathSync)((0,i.tmpdir)());l(n);const t=(0,s.join)(n,`${a}${e}`);const o=`${t}.new`;(0,r.mkdirSync)(o,{mode:448});const u=(0,c.Qu)(process.pid)?.startedAt??0;(0,r.writeFileSync)((0,s.join)(o,d),JSON.stringify({pid:process.pid,startedAt:u,marker:e,directory:t}));(0,r.renameSync)(o,t);return t}function l(e){let n;try{n=(0,r.readdirSync)(e).filter(e=>u.test(e))}catch{return}for(const t of n){try{p((0,s.join)(e,t))}catch{}}}function p(e){const n=(0,r.lstatSync)(e);if(!n.isDirectory()||n.uid!==process.getuid?.())return;const t=JSON.parse((0,r.readFileSync)((0,s.join)(e,d),"utf8"));if(t.directory!==e||typeof t.pid!=="number"||typeof t.marker!=="string")return;const o=(0,c.Qu)(t.pid);if(o!==undefined&&o.startedAt===t.startedAt)return;for(const e of(0,c.oI)()){if((0,c.sl)(e.pid,`PW_CHECK_RUN=${t.marker}`))process.kill(e.pid,"SIGKILL")}m(e);(0,r.rmSync)(e,{recursive:true,force:true})}function m(e){let n="";try{n=(0,r.readFileSync)((0,s.join)(e,"batch-jobs"),"utf8")}catch{return}for(const e of n.split("\n")){const n=/^(slurm|pbs) (\d+)$/.exec(e);if(n===null)continue;(0,o.spawnSync)(n[1]==="slurm"?"scancel":"qdel",[n[2]??""],{stdio:"ignore",timeout:5e3})}};function $(){return{makeRunDirectory:f,makeDirectory:e=>void(0,r.mkdirSync)(e,{recursive:true}),write(e,n,t){(0,r.mkdirSync)((0,s.dirname)(e),{recursive:true});(0,r.writeFileSync)(e,n);if(t!==undefined)(0,r.chmodSync)(e,t)},read:(e,n)=>w(e,()=>0,n)?.text,readEnd:(e,n)=>w(e,e=>Math.max(0,e-n),n)?.text,readFrom:(e,n,t)=>w(e,()=>n,t)??{text:"",next:n},kindOf(e){const n=y(e);if(n===undefined)return"missing";return n.isFile()?"file":n.isDirectory()?"directory":"other"},list:e=>h(e).map(e=>e.name),listDeep:g,copyRepository:S,copyFile(e,n){if(y(e)?.isFile()!==true)return false;(0,r.mkdirSync)((0,s.dirname)(n),{recursive:true});(0,r.copyFileSync)(e,n);return true},move(e,n){(0,r.mkdirSync)((0,s.dirname)(n),{recursive:true});try{(0,r.renameSync)(e,n)}catch{(0,r.cpSync)(e,n,{recursive:true,verbatimSymlinks:true,filter:b});(0,r.rmSync)(e,{recursive:true,force:true})}},remove:e=>(0,r.rmSync)(e,{recursive:true,force:true,maxRetries:5}),watch:v}}function y(e){try{return(0,r.statSync)(e)}catch{return undefined}}function h(e){try{return(0,r.readdirSync)(e,{withFileTypes:true}).sort((e,n)=>e.name<n.name?-1:1)}catch{return[]}}function w(e,n,t){let s;try{s=(0,r.openSync)(e,r.constants.O_RDONLY|r.constants.O_NONBLOCK)}catch{return undefined}try{const e=(0,r.fstatSync)(s);if(!e.isFile())return undefined;const o=n(e.size);const i=Buffer.alloc(Math.max(0,Math.min(t,e.size-o)));const c=i.length===0?0:(0,r.readSync)(s,i,0,i.length,o);return{text:i.subarray(0,c).toString("utf8"),next:o+c}}catch{return undefined}finally{(0,r.closeSync)(s)}}function g(e,n){const t=[];const r=[""];for(let o=r.shift();o!==undefined;o=r.shift()){for(const i of h((0,s.join)(e,o))){const e=o===""?i.name:`${o}/${i.name}`;if(i.isDirectory())r.push(e);else t.push(e);if(t.length>=n)return t.sort()}}return t.sort()}function S(e){const n=[];const t=e.only.length===0?["."]:e.only;for(const o of t){const t=(0,s.join)(e.from,o);if(t!==e.from&&!t.startsWith(e.from+s.sep))n.push(o);else if(y(t)===undefined)n.push(o);else{(0,r.cpSync)(t,(0,s.join)(e.to,o),{recursive:true,verbatimSymlinks:true,filter:n=>b(n)&&!/[\\/](?:\.git|node_modules)(?:[\\/]|$)/.test(n.slice(e.from.length))})}}return{missing:n}}function b(e){const n=(0,r.lstatSync)(e,{throwIfNoEntry:false});return n?.isFile()===true||n?.isDirectory()===true||n?.isSymbolicLink()===true}function v(e,n){try{const t=(0,r.watch)(e,(e,t)=>{if(t!==null)n(t)});t.on("error",()=>{});return()=>t.close()}catch{return()=>{}}}},3306:(e,n,t)=>{t.r(n);t.d(n,{nodeRunPorts:()=>F});var r=t(8930);var s=t(8301);var o=t(9610);var i=t(6760);var c=t(1421);var a=t(3024);function u(e){const n=(0,a.openSync)(e.output,"a");const[t,...r]=e.argv;const s=(0,c.spawn)(t,r,{cwd:e.cwd,env:{...e.env},stdio:["ignore",n,n],detached:true});(0,a.closeSync)(n);let o=false;const i=new Promise(e=>{const n=n=>{o=true;e(n)};s.on("error",()=>n({kind:"exit",code:127}));s.on("exit",(e,t)=>n(t===null?{kind:"exit",code:e??0}:{kind:"signal",signal:t}))});return Promise.resolve({pid:s.pid??0,ended:i,signalGroup(e){if(o||s.pid===undefined)return;try{process.kill(-s.pid,e)}catch{}}})}var d=t(254);var f=t(481);var l=t(8161);function p(e){return Object.entries(l.constants.signals).find(([,n])=>n===e)?.[0]??`signal ${e}`};const m=`
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
`;const $=e=>`x${Buffer.from(e,"utf8").toString("hex")}`;function y(e){const n=(0,c.spawn)("perl",["-e",m,e],{stdio:["pipe","pipe","ignore"],detached:true,env:{...(0,s.x)(),PATH:process.env["PATH"]??"/usr/bin:/bin",LC_ALL:"C"}});return new Promise(e=>{let t=false;const r=h(n);n.on("error",()=>e(undefined));n.on("exit",()=>{if(!t)e(undefined);r.lost()});n.stdin?.on("error",()=>{});(0,f.createInterface)({input:n.stdout}).on("line",n=>{const[s,...o]=n.split(" ");if(s==="ready"){t=true;e(r.supervisor(o[0]==="1"))}else r.take(s??"",o)})})}function h(e){const n=new Map;const t=new Set;let r=0;let s=false;const o=n=>{e.stdin?.write(`${n}
`)};const i=e=>new Promise(t=>{const i=String(++r);let c=()=>{};const a=new Promise(e=>{c=e});n.set(i,{accept:e=>t(w(e,a)),end:c});const u=Object.entries(e.env).map(([e,n])=>$(`${e}=${n}`));const d=[$(e.cwd),$(e.output),String(e.argv.length),...e.argv.map($)];o(["start",i,...d,...u].join(" "));if(s){t(w(0,a));c({kind:"signal",signal:"SIGKILL"})}});const c=(e,r)=>{if(e==="started")n.get(r[0]??"")?.accept(Number(r[1]));else if(e==="ended"){n.get(r[0]??"")?.end(g(Number(r[1]),Number(r[2])));n.delete(r[0]??"")}else if(e==="sockets"){const[e,...n]=r;const s=e==="0"?undefined:Math.max(0,Date.now()-Number(e));const o=n.filter(e=>e!=="").map(S);for(const e of t)e(o,s)}};return{take:c,lost(){s=true;for(const{accept:e,end:t}of n.values()){e(0);t({kind:"signal",signal:"SIGKILL"})}n.clear()},supervisor:n=>({pid:e.pid??0,seesSockets:n,start:i,watch(e){t.add(e);o("watch");return()=>{t.delete(e);if(t.size===0)o("unwatch")}},close:()=>new Promise(n=>{if(s)n();else{e.on("exit",()=>n());o("keep");e.stdin?.end()}})})}}function w(e,n){let t=false;void n.then(()=>{t=true});return{pid:e,ended:n,signalGroup(n){if(t||e<=1)return;try{process.kill(-e,n)}catch{}}}}const g=(e,n)=>n===0?{kind:"exit",code:e}:{kind:"signal",signal:p(n)};function S(e){const[,n,t,r]=e.split(":");return{address:(0,d.ci)(Buffer.from(n??"","hex")),port:Number(t),inode:Number(r)}};const b=15;function v(){return{async open({directory:e,marker:n}){return k(await y(e),n,e)}}}function k(e,n,t){const r=`PW_CHECK_RUN=${n}`;const s=new Set;const o=()=>{const n=(0,d.oI)();const o=new Set(e===undefined?[]:(0,d.gO)(e.pid,n).map(e=>e.pid));const i=x(t,n);const c=n=>n.pid!==process.pid&&n.pid!==e?.pid&&(s.has(n.group)||i.has(n.group)||(0,d.sl)(n.pid,r));for(const e of i)for(const t of[...(0,d.gO)(e,n)])o.add(t.pid);return n.filter(e=>o.has(e.pid)||i.has(e.pid)||c(e))};const i=(e,n)=>{try{if(e>1)process.kill(e,n)}catch{}};return{async start(n){if(e!==undefined)return e.start(n);const t=await u(n);if(t.pid>0)s.add(t.pid);return t},members:()=>o().map(d.lg),signal:i,listeners:d.OC,ownerOf(e){const n=o().map(e=>e.pid);const t=(0,d.Kd)(e.inode,n);const r=t??(0,d.Kd)(e.inode,(0,d.oI)().map(e=>e.pid));const s=r===undefined?undefined:(0,d.Qu)(r);if(s===undefined)return undefined;return{pid:s.pid,command:(0,d.Nl)(s),inScope:t!==undefined,step:(0,d.p7)(s.pid,"PW_CHECK_STEP")}},watchListeners:n=>e?.seesSockets?e.watch(n):T(n),async close(){await e?.close();for(let e=0;e<1e3;e++){const e=o();if(e.length===0)return;for(const n of e)i(n.pid,"SIGKILL");await new Promise(e=>setTimeout(e,5))}}}}function x(e,n){const t=new Map(n.map(e=>[e.pid,e.startedAt]));const r=(0,d.uR)((0,i.join)(e,"processes"))?.split("\n")??[];return new Set(r.flatMap(e=>{const[n,...r]=e.split(" ");return t.get(Number(n))===Number(r[19]??Number.NaN)?[Number(n)]:[]}))}function T(e){let n="";let t=performance.now();const r=()=>{const r=(0,d.OC)();const s=performance.now()-t;t=performance.now();const o=JSON.stringify(r);if(o!==n){n=o;e(r,s)}};const s=setInterval(r,b);return()=>clearInterval(s)}var N=t(875);var O=t(8676);var _=t(7067);var I=t(4708);var P=t(7030);var R=t(1692);const E=100;const L=3e4;function j(){return{open:A}}async function A(){const e=new Map;const n=[];const t=new Set;let r=0;const s=(t,s)=>{r++;const o=t.url??"/";const i=o.split("?")[0]??"";for(const[n,t]of e){if(i===n||i.startsWith(`${n}/`))return{prefix:n,target:t}}if(n.length<E)n.push({url:o,websocket:s,from:D(t)});return undefined};const o=(0,_.createServer)((e,n)=>H(s(e,false),e,n));o.on("upgrade",(e,n,r)=>q(s(e,true),e,n,r,t));o.on("connection",e=>{t.add(e);e.on("close",()=>t.delete(e))});await new Promise((e,n)=>{o.once("error",n);o.listen(0,"127.0.0.1",()=>e())});return{port:C(o),route:(n,t)=>void e.set(n,t),strays:n,asked:()=>r,close:()=>new Promise(e=>{for(const e of t)e.destroy();o.close(()=>e())})}}function C(e){const n=e.address();return typeof n==="object"&&n!==null?n.port:0}function D(e){const{referer:n}=e.headers;return n!==undefined&&URL.canParse(n)?new URL(n).pathname:undefined}function U(e,n){return{...e.headers,"x-forwarded-prefix":n.prefix,"x-forwarded-host":e.headers.host??"","x-forwarded-proto":"https"}}function H(e,n,t){if(e===undefined){t.writeHead(404,{"content-type":"text/plain"}).end("this path is outside of the session\n");return}const r=e.target.tls?I.request:_.request;const s=r({host:e.target.host,port:e.target.port,method:n.method,path:n.url,headers:U(n,e),agent:false,rejectUnauthorized:false,timeout:L});const o=()=>{if(t.headersSent)t.destroy();else t.writeHead(502,{"content-type":"text/plain"}).end("the service does not answer\n")};s.on("response",e=>{t.writeHead(e.statusCode??502,e.headers);e.pipe(t);e.on("error",()=>t.destroy())});s.on("timeout",()=>s.destroy());s.on("error",o);t.on("close",()=>s.destroy());n.pipe(s)}function q(e,n,t,r,s){t.on("error",()=>t.destroy());if(e===undefined){t.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");return}const{host:o,port:i,tls:c}=e.target;const a=c?(0,R.connect)({host:o,port:i,rejectUnauthorized:false}):(0,P.connect)({host:o,port:i});s.add(a);a.on("close",()=>{s.delete(a);t.destroy()});a.on("error",()=>t.destroy());t.on("close",()=>a.destroy());const u=Object.entries(U(n,e)).flatMap(([e,n])=>(Array.isArray(n)?n:[n]).map(n=>`${e}: ${n}\r
`));a.write(`${n.method} ${n.url} HTTP/1.1\r
${u.join("")}\r
`);if(r.length>0)a.write(r);t.pipe(a).pipe(t)}var M=t(1035);function F(){const e=(0,s.w)();return{processes:v(),network:(0,o.D)(),files:(0,N.X)(),machine:e,clock:(0,r.$)(),sessions:j(),schedulers:(0,O.p)(e,(0,M.l)())}}},8676:(e,n,t)=>{t.d(n,{p:()=>c});var r=t(3024);var s=t.n(r);const o=3e3;const i={slurm:["sbatch","squeue","scontrol","scancel","sinfo"],pbs:["qsub","qstat","qdel"]};function c(e,n){const t=new Map;const r=(...t)=>n.run({command:"env",arguments:["-i",`PATH=${e.programPath.join(":")}`,...Object.entries(e.passedOn).map(([e,n])=>`${e}=${n}`),...t],timeoutMs:o,maxOutputBytes:1e5});const s=async n=>{const t=i[n].find(n=>e.find(n)===undefined);if(t!==undefined)return{kind:"missing",command:t};return n==="slurm"?d(await r("sinfo","--noheader","--format=%a %T")):f(r,e.find("qsub")??"qsub")};return{state(e){const n=t.get(e)??s(e);t.set(e,n);return n}}}const a=153;const u=/^(?:down|drain|fail|error|future|inval|maint|reboot|unk)|\*$/i;function d(e){if(e.status!==0)return{kind:"silent",why:l(e)};const n=e.stdout.split("\n").map(e=>e.trim().split(/\s+/));const t=n.filter(([e])=>e==="up").map(([,e])=>e??"");if(t.some(e=>e!==""&&!u.test(e)))return{kind:"answers"};const r=[...new Set(t)].join(", ");return{kind:"silent",why:r===""?"no partition is up":`its nodes are ${r}`}}async function f(e,n){const t=p(n)?"the commands are those of SLURM that look like PBS":undefined;const r=await e("qstat","-B");if(r.status===0)return{kind:"answers",flavour:t};const s=r.failed==="timeout"?r:await e("qstat");const o=s.status===a;if(s.status===0||o||s.failed==="too-much-output")return{kind:"answers",flavour:t};return{kind:"silent",why:l(s)}}function l(e){if(e.failed==="timeout")return`no answer within ${o/1e3} s`;const n=`${e.stdout}
${e.stderr}`.split("\n").filter(e=>e.trim()!=="");return n.at(-1)?.trim()??`status ${e.status??"unknown"}`}function p(e){const n=Buffer.alloc(4096);try{const t=(0,r.openSync)(e,"r");try{(0,r.readSync)(t,n,0,n.length,0)}finally{(0,r.closeSync)(t)}}catch{return false}return n.subarray(0,2).toString()==="#!"&&/slurm/i.test(n.toString("latin1"))}}};
})
