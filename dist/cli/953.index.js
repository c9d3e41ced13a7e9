export const id=953;export const ids=[953];export const modules={3613:(e,t,n)=>{n.d(t,{w:()=>d,x:()=>u});var r=n(3024);var o=n(8161);var s=n(6760);const i=["SLURM_CONF","PBS_CONF_FILE","PBS_DEFAULT","PBS_SERVER"];const c=["LANG","LC_ALL","TZ","RUNNER_TRACKING_ID",...i];const a=e=>Object.fromEntries(e.flatMap(e=>{const t=process.env[e];return t===undefined?[]:[[e,t]]}));const u=()=>a(i);function d(){const e=(process.env["PATH"]??"/usr/local/bin:/usr/bin:/bin").split(s.delimiter).filter(e=>(0,s.isAbsolute)(e)&&!e.includes("node_modules"));return{user:f(),hostname:(0,o.hostname)(),addresses:Object.values((0,o.networkInterfaces)()).flatMap(e=>(e??[]).map(({address:e})=>e)),programPath:e,passedOn:a(c),find:t=>e.map(e=>(0,s.join)(e,t)).find(l)}}function f(){try{return(0,o.userInfo)().username}catch{return"user"}}function l(e){try{(0,r.accessSync)(e,r.constants.X_OK);return(0,r.statSync)(e).isFile()}catch{return false}}},3050:(e,t,n)=>{n.d(t,{D:()=>u});var r=n(1553);var o=n(7067);var s=n(4708);var i=n(7030);var c=n(1692);const a=256*1024;function u(){return{probe:d,resolve:p,speaksTls:m,accepts:$}}function d(e){return new Promise(t=>{const n=e.tls?s.request:o.request;const r=n({host:e.host,port:e.port,path:e.path,headers:{"user-agent":"pw-workflow-check",accept:"*/*",...e.headers},agent:false,rejectUnauthorized:false});const i=setTimeout(()=>{r.destroy();t({kind:"none",reason:"timeout",message:`no answer within ${e.timeoutMs} ms`})},e.timeoutMs);r.on("error",e=>{clearTimeout(i);t({kind:"none",...f(e)})});r.on("response",n=>{void l(n,e.timeoutMs).then(e=>{clearTimeout(i);r.destroy();t({kind:"answer",status:n.statusCode??0,headers:n.headers,body:e})})});r.end()})}function f(e){const t=e.code??"";const n=e.message;if(t==="ECONNREFUSED")return{reason:"refused",message:n};if(["EHOSTUNREACH","ENETUNREACH","EADDRNOTAVAIL","ENOTFOUND","EAI_AGAIN"].includes(t)){return{reason:"unreachable",message:n}}if(t.startsWith("HPE_"))return{reason:"not-http",message:n};if(t==="EPROTO"||t.startsWith("ERR_SSL")||t.startsWith("ERR_TLS"))return{reason:"tls",message:n};return{reason:"closed",message:n}}function l(e,t){return new Promise(n=>{const r=[];let o=0;const s=()=>{clearTimeout(i);n(Buffer.concat(r).subarray(0,a).toString("utf8"))};const i=setTimeout(s,Math.min(t,1e3));e.on("data",e=>{r.push(e);o+=e.length;if(o>=a)s()});e.on("end",s);e.on("error",s);e.on("close",s)})}async function p(e){try{return(await (0,r.lookup)(e,{all:true})).map(e=>e.address)}catch{return[]}}function m(e,t,n){return new Promise(r=>{const o=(0,c.connect)({host:e,port:t,rejectUnauthorized:false,timeout:n});const s=e=>{o.destroy();r(e)};o.on("secureConnect",()=>s(true));o.on("error",()=>s(false));o.on("timeout",()=>s(false));o.on("close",()=>s(false))})}function $(e,t,n){return new Promise(r=>{const o=(0,i.connect)({host:e,port:t,timeout:n});const s=e=>{o.destroy();r(e)};o.on("connect",()=>s(true));o.on("error",()=>s(false));o.on("timeout",()=>s(false))})}},5598:(e,t,n)=>{n.d(t,{Kd:()=>l,Nl:()=>d,OC:()=>p,Qu:()=>i,ci:()=>$,gO:()=>c,lg:()=>f,oI:()=>s,p7:()=>u,sl:()=>a,uR:()=>o});var r=n(3024);function o(e){try{return(0,r.readFileSync)(e,"latin1")}catch{return undefined}}function s(){let e;try{e=(0,r.readdirSync)("/proc")}catch{return[]}const t=[];for(const n of e){const e=/^\d+$/.test(n)?i(Number(n)):undefined;if(e!==undefined)t.push(e)}return t}function i(e){const t=o(`/proc/${e}/stat`);if(t===undefined)return undefined;const n=t.indexOf("(");const r=t.lastIndexOf(")");const s=t.slice(r+2).split(" ");if(s[0]==="Z"||s[0]==="X")return undefined;const i=e=>Number(s[e]??0);return{pid:e,name:t.slice(n+1,r),parent:i(1),group:i(2),ticks:i(11)+i(12),startedAt:i(19)}}function c(e,t){const n=new Map;for(const e of t){const t=n.get(e.parent);if(t===undefined)n.set(e.parent,[e]);else t.push(e)}const r=[];const o=[e];for(let e=o.pop();e!==undefined;e=o.pop()){for(const t of n.get(e)??[]){r.push(t);o.push(t.pid)}n.delete(e)}return r}function a(e,t){const n=o(`/proc/${e}/environ`);return n!==undefined&&`\0${n}`.includes(`\0${t}\0`)}function u(e,t){const n=o(`/proc/${e}/environ`);const r=n?.split("\0").find(e=>e.startsWith(`${t}=`));return r?.slice(t.length+1)}function d(e){const t=o(`/proc/${e.pid}/cmdline`)?.replace(/\0+$/,"").replaceAll("\0"," ");const n=t===undefined||t===""?`[${e.name}]`:Buffer.from(t,"latin1").toString("utf8");return n.length>300?`${n.slice(0,299)}\u{2026}`:n}function f(e){let t;try{t=(0,r.readlinkSync)(`/proc/${e.pid}/exe`)}catch{t=undefined}return{pid:e.pid,parent:e.parent,group:e.group,command:d(e),program:t,ticks:e.ticks,step:u(e.pid,"PW_CHECK_STEP")}}function l(e,t){const n=`socket:[${e}]`;for(const e of t){let t;try{t=(0,r.readdirSync)(`/proc/${e}/fd`)}catch{continue}for(const o of t){try{if((0,r.readlinkSync)(`/proc/${e}/fd/${o}`)===n)return e}catch{}}}return undefined}function p(){return["/proc/net/tcp","/proc/net/tcp6"].flatMap(e=>{const t=[];for(const n of(o(e)??"").split("\n").slice(1)){const e=n.trim().split(/\s+/);if(e[3]!=="0A")continue;const[r,o]=(e[1]??"").split(":");t.push({address:$(m(r??"")),port:Number.parseInt(o??"",16),inode:Number(e[9])})}return t})}function m(e){const t=Buffer.from(e,"hex");for(let e=0;e+4<=t.length;e+=4)t.subarray(e,e+4).reverse();return t}function $(e){if(e.length===4)return[...e].join(".");if(e.subarray(0,12).equals(Buffer.from("00000000000000000000ffff","hex"))){return[...e.subarray(12)].join(".")}const t=Array.from({length:8},(t,n)=>e.readUInt16BE(n*2).toString(16));const n=t.join(":");const r=[...n.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].sort((e,t)=>t[0].length-e[0].length)[0];if(r===undefined)return n;const o=n.slice(0,r.index);const s=n.slice(r.index+r[0].length).replace(/^:/,"");return`${o}::${s}`}},5813:(e,t,n)=>{n.d(t,{X:()=>$});var r=n(3024);var o=n(6760);var s=n(1421);var i=n(8161);var c=n(5598);const a="pw-workflow-check-run-";const u=/^pw-workflow-check-run-[0-9a-z-]{8,60}$/;const d=".owner.json";function f(e){const t=(0,r.realpathSync)((0,i.tmpdir)());l(t);const n=(0,o.join)(t,`${a}${e}`);const s=`${n}.new`;(0,r.mkdirSync)(s,{mode:448});const u=(0,c.Qu)(process.pid)?.startedAt??0;(0,r.writeFileSync)((0,o.join)(s,d),JSON.stringify({pid:process.pid,startedAt:u,marker:e,directory:n}));(0,r.renameSync)(s,n);return n}function l(e){let t;try{t=(0,r.readdirSync)(e).filter(e=>u.test(e))}catch{return}for(const n of t){try{p((0,o.join)(e,n))}catch{}}}function p(e){const t=(0,r.lstatSync)(e);if(!t.isDirectory()||t.uid!==process.getuid?.())return;const n=JSON.parse((0,r.readFileSync)((0,o.join)(e,d),"utf8"));if(n.directory!==e||typeof n.pid!=="number"||typeof n.marker!=="string")return;const s=(0,c.Qu)(n.pid);if(s!==undefined&&s.startedAt===n.startedAt)return;for(const e of(0,c.oI)()){if((0,c.sl)(e.pid,`PW_CHECK_RUN=${n.marker}`))process.kill(e.pid,"SIGKILL")}m(e);(0,r.rmSync)(e,{recursive:true,force:true})}function m(e){let t="";try{t=(0,r.readFileSync)((0,o.join)(e,"batch-jobs"),"utf8")}catch{return}for(const e of t.split("\n")){const t=/^(slurm|pbs) (\d+)$/.exec(e);if(t===null)continue;(0,s.spawnSync)(t[1]==="slurm"?"scancel":"qdel",[t[2]??""],{stdio:"ignore",timeout:5e3})}};function $(){return{makeRunDirectory:f,makeDirectory:e=>void(0,r.mkdirSync)(e,{recursive:true}),write(e,t,n){(0,r.mkdirSync)((0,o.dirname)(e),{recursive:true});(0,r.writeFileSync)(e,t);if(n!==undefined)(0,r.chmodSync)(e,n)},read:(e,t)=>w(e,()=>0,t)?.text,readEnd:(e,t)=>w(e,e=>Math.max(0,e-t),t)?.text,readFrom:(e,t,n)=>w(e,()=>t,n)??{text:"",next:t},kindOf(e){const t=y(e);if(t===undefined)return"missing";return t.isFile()?"file":t.isDirectory()?"directory":"other"},list:e=>h(e).map(e=>e.name),listDeep:g,copyRepository:S,copyFile(e,t){if(y(e)?.isFile()!==true)return false;(0,r.mkdirSync)((0,o.dirname)(t),{recursive:true});(0,r.copyFileSync)(e,t);return true},move(e,t){(0,r.mkdirSync)((0,o.dirname)(t),{recursive:true});try{(0,r.renameSync)(e,t)}catch{(0,r.cpSync)(e,t,{recursive:true,verbatimSymlinks:true,filter:b});(0,r.rmSync)(e,{recursive:true,force:true})}},remove:e=>(0,r.rmSync)(e,{recursive:true,force:true,maxRetries:5}),watch:k}}function y(e){try{return(0,r.statSync)(e)}catch{return undefined}}function h(e){try{return(0,r.readdirSync)(e,{withFileTypes:true}).sort((e,t)=>e.name<t.name?-1:1)}catch{return[]}}function w(e,t,n){let o;try{o=(0,r.openSync)(e,r.constants.O_RDONLY|r.constants.O_NONBLOCK)}catch{return undefined}try{const e=(0,r.fstatSync)(o);if(!e.isFile())return undefined;const s=t(e.size);const i=Buffer.alloc(Math.max(0,Math.min(n,e.size-s)));const c=i.length===0?0:(0,r.readSync)(o,i,0,i.length,s);return{text:i.subarray(0,c).toString("utf8"),next:s+c}}catch{return undefined}finally{(0,r.closeSync)(o)}}function g(e,t){const n=[];const r=[""];for(let s=r.shift();s!==undefined;s=r.shift()){for(const i of h((0,o.join)(e,s))){const e=s===""?i.name:`${s}/${i.name}`;if(i.isDirectory())r.push(e);else n.push(e);if(n.length>=t)return n.sort()}}return n.sort()}function S(e){const t=[];const n=e.only.length===0?["."]:e.only;for(const s of n){const n=(0,o.join)(e.from,s);if(n!==e.from&&!n.startsWith(e.from+o.sep))t.push(s);else if(y(n)===undefined)t.push(s);else{(0,r.cpSync)(n,(0,o.join)(e.to,s),{recursive:true,verbatimSymlinks:true,filter:t=>b(t)&&!/[\\/](?:\.git|node_modules)(?:[\\/]|$)/.test(t.slice(e.from.length))})}}return{missing:t}}function b(e){const t=(0,r.lstatSync)(e,{throwIfNoEntry:false});return t?.isFile()===true||t?.isDirectory()===true||t?.isSymbolicLink()===true}function k(e,t){try{const n=(0,r.watch)(e,(e,n)=>{if(n!==null)t(n)});n.on("error",()=>{});return()=>n.close()}catch{return()=>{}}}},4953:(e,t,n)=>{n.r(t);n.d(t,{nodeRunPorts:()=>F});var r=n(4258);var o=n(3613);var s=n(3050);var i=n(6760);var c=n(1421);var a=n(3024);function u(e){const t=(0,a.openSync)(e.output,"a");const[n,...r]=e.argv;const o=(0,c.spawn)(n,r,{cwd:e.cwd,env:{...e.env},stdio:["ignore",t,t],detached:true});(0,a.closeSync)(t);let s=false;const i=new Promise(e=>{const t=t=>{s=true;e(t)};o.on("error",()=>t({kind:"exit",code:127}));o.on("exit",(e,n)=>t(n===null?{kind:"exit",code:e??0}:{kind:"signal",signal:n}))});return Promise.resolve({pid:o.pid??0,ended:i,signalGroup(e){if(s||o.pid===undefined)return;try{process.kill(-o.pid,e)}catch{}}})}var d=n(5598);var f=n(481);var l=n(8161);function p(e){return Object.entries(l.constants.signals).find(([,t])=>t===e)?.[0]??`signal ${e}`};const m=`
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
`;const $=e=>`x${Buffer.from(e,"utf8").toString("hex")}`;function y(e){const t=(0,c.spawn)("perl",["-e",m,e],{stdio:["pipe","pipe","ignore"],detached:true,env:{...(0,o.x)(),PATH:process.env["PATH"]??"/usr/bin:/bin",LC_ALL:"C"}});return new Promise(e=>{let n=false;const r=h(t);t.on("error",()=>e(undefined));t.on("exit",()=>{if(!n)e(undefined);r.lost()});t.stdin?.on("error",()=>{});(0,f.createInterface)({input:t.stdout}).on("line",t=>{const[o,...s]=t.split(" ");if(o==="ready"){n=true;e(r.supervisor(s[0]==="1"))}else r.take(o??"",s)})})}function h(e){const t=new Map;const n=new Set;let r=0;let o=false;const s=t=>{e.stdin?.write(`${t}
`)};const i=e=>new Promise(n=>{const i=String(++r);let c=()=>{};const a=new Promise(e=>{c=e});t.set(i,{accept:e=>n(w(e,a)),end:c});const u=Object.entries(e.env).map(([e,t])=>$(`${e}=${t}`));const d=[$(e.cwd),$(e.output),String(e.argv.length),...e.argv.map($)];s(["start",i,...d,...u].join(" "));if(o){n(w(0,a));c({kind:"signal",signal:"SIGKILL"})}});const c=(e,r)=>{if(e==="started")t.get(r[0]??"")?.accept(Number(r[1]));else if(e==="ended"){t.get(r[0]??"")?.end(g(Number(r[1]),Number(r[2])));t.delete(r[0]??"")}else if(e==="sockets"){const[e,...t]=r;const o=e==="0"?undefined:Math.max(0,Date.now()-Number(e));const s=t.filter(e=>e!=="").map(S);for(const e of n)e(s,o)}};return{take:c,lost(){o=true;for(const{accept:e,end:n}of t.values()){e(0);n({kind:"signal",signal:"SIGKILL"})}t.clear()},supervisor:t=>({pid:e.pid??0,seesSockets:t,start:i,watch(e){n.add(e);s("watch");return()=>{n.delete(e);if(n.size===0)s("unwatch")}},close:()=>new Promise(t=>{if(o)t();else{e.on("exit",()=>t());s("keep");e.stdin?.end()}})})}}function w(e,t){let n=false;void t.then(()=>{n=true});return{pid:e,ended:t,signalGroup(t){if(n||e<=1)return;try{process.kill(-e,t)}catch{}}}}const g=(e,t)=>t===0?{kind:"exit",code:e}:{kind:"signal",signal:p(t)};function S(e){const[,t,n,r]=e.split(":");return{address:(0,d.ci)(Buffer.from(t??"","hex")),port:Number(n),inode:Number(r)}};const b=15;function k(){return{async open({directory:e,marker:t}){return v(await y(e),t,e)}}}function v(e,t,n){const r=`PW_CHECK_RUN=${t}`;const o=new Set;const s=()=>{const t=(0,d.oI)();const s=new Set(e===undefined?[]:(0,d.gO)(e.pid,t).map(e=>e.pid));const i=x(n,t);const c=t=>t.pid!==process.pid&&t.pid!==e?.pid&&(o.has(t.group)||i.has(t.group)||(0,d.sl)(t.pid,r));for(const e of i)for(const n of[...(0,d.gO)(e,t)])s.add(n.pid);return t.filter(e=>s.has(e.pid)||i.has(e.pid)||c(e))};const i=(e,t)=>{try{if(e>1)process.kill(e,t)}catch{}};return{async start(t){if(e!==undefined)return e.start(t);const n=await u(t);if(n.pid>0)o.add(n.pid);return n},members:()=>s().map(d.lg),signal:i,listeners:d.OC,ownerOf(e){const t=s().map(e=>e.pid);const n=(0,d.Kd)(e.inode,t);const r=n??(0,d.Kd)(e.inode,(0,d.oI)().map(e=>e.pid));const o=r===undefined?undefined:(0,d.Qu)(r);if(o===undefined)return undefined;return{pid:o.pid,command:(0,d.Nl)(o),inScope:n!==undefined,step:(0,d.p7)(o.pid,"PW_CHECK_STEP")}},watchListeners:t=>e?.seesSockets?e.watch(t):T(t),async close(){await e?.close();for(let e=0;e<1e3;e++){const e=s();if(e.length===0)return;for(const t of e)i(t.pid,"SIGKILL");await new Promise(e=>setTimeout(e,5))}}}}function x(e,t){const n=new Map(t.map(e=>[e.pid,e.startedAt]));const r=(0,d.uR)((0,i.join)(e,"processes"))?.split("\n")??[];return new Set(r.flatMap(e=>{const[t,...r]=e.split(" ");return n.get(Number(t))===Number(r[19]??Number.NaN)?[Number(t)]:[]}))}function T(e){let t="";let n=performance.now();const r=()=>{const r=(0,d.OC)();const o=performance.now()-n;n=performance.now();const s=JSON.stringify(r);if(s!==t){t=s;e(r,o)}};const o=setInterval(r,b);return()=>clearInterval(o)}var N=n(5813);var O=n(3716);var _=n(7067);var I=n(4708);var P=n(7030);var R=n(1692);const E=100;const L=3e4;function j(){return{open:A}}async function A(){const e=new Map;const t=[];const n=new Set;let r=0;const o=(n,o)=>{r++;const s=n.url??"/";const i=s.split("?")[0]??"";for(const[t,n]of e){if(i===t||i.startsWith(`${t}/`))return{prefix:t,target:n}}if(t.length<E)t.push({url:s,websocket:o,from:D(n)});return undefined};const s=(0,_.createServer)((e,t)=>H(o(e,false),e,t));s.on("upgrade",(e,t,r)=>q(o(e,true),e,t,r,n));s.on("connection",e=>{n.add(e);e.on("close",()=>n.delete(e))});await new Promise((e,t)=>{s.once("error",t);s.listen(0,"127.0.0.1",()=>e())});return{port:C(s),route:(t,n)=>void e.set(t,n),strays:t,asked:()=>r,close:()=>new Promise(e=>{for(const e of n)e.destroy();s.close(()=>e())})}}function C(e){const t=e.address();return typeof t==="object"&&t!==null?t.port:0}function D(e){const{referer:t}=e.headers;return t!==undefined&&URL.canParse(t)?new URL(t).pathname:undefined}function U(e,t){return{...e.headers,"x-forwarded-prefix":t.prefix,"x-forwarded-host":e.headers.host??"","x-forwarded-proto":"https"}}function H(e,t,n){if(e===undefined){n.writeHead(404,{"content-type":"text/plain"}).end("this path is outside of the session\n");return}const r=e.target.tls?I.request:_.request;const o=r({host:e.target.host,port:e.target.port,method:t.method,path:t.url,headers:U(t,e),agent:false,rejectUnauthorized:false,timeout:L});const s=()=>{if(n.headersSent)n.destroy();else n.writeHead(502,{"content-type":"text/plain"}).end("the service does not answer\n")};o.on("response",e=>{n.writeHead(e.statusCode??502,e.headers);e.pipe(n);e.on("error",()=>n.destroy())});o.on("timeout",()=>o.destroy());o.on("error",s);n.on("close",()=>o.destroy());t.pipe(o)}function q(e,t,n,r,o){n.on("error",()=>n.destroy());if(e===undefined){n.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");return}const{host:s,port:i,tls:c}=e.target;const a=c?(0,R.connect)({host:s,port:i,rejectUnauthorized:false}):(0,P.connect)({host:s,port:i});o.add(a);a.on("close",()=>{o.delete(a);n.destroy()});a.on("error",()=>n.destroy());n.on("close",()=>a.destroy());const u=Object.entries(U(t,e)).flatMap(([e,t])=>(Array.isArray(t)?t:[t]).map(t=>`${e}: ${t}\r
`));a.write(`${t.method} ${t.url} HTTP/1.1\r
${u.join("")}\r
`);if(r.length>0)a.write(r);n.pipe(a).pipe(n)}var M=n(8165);function F(){const e=(0,o.w)();return{processes:k(),network:(0,s.D)(),files:(0,N.X)(),machine:e,clock:(0,r.$)(),sessions:j(),schedulers:(0,O.p)(e,(0,M.l)())}}},3716:(e,t,n)=>{n.d(t,{p:()=>i});var r=n(3024);const o=3e3;const s={slurm:["sbatch","squeue","scontrol","scancel","sinfo"],pbs:["qsub","qstat","qdel"]};function i(e,t){const n=new Map;const r=(...n)=>t.run({command:"env",arguments:["-i",`PATH=${e.programPath.join(":")}`,...Object.entries(e.passedOn).map(([e,t])=>`${e}=${t}`),...n],timeoutMs:o,maxOutputBytes:1e5});const i=async t=>{const n=s[t].find(t=>e.find(t)===undefined);if(n!==undefined)return{kind:"missing",command:n};return t==="slurm"?u(await r("sinfo","--noheader","--format=%a %T")):d(r,e.find("qsub")??"qsub")};return{state(e){const t=n.get(e)??i(e);n.set(e,t);return t}}}const c=153;const a=/^(?:down|drain|fail|error|future|inval|maint|reboot|unk)|\*$/i;function u(e){if(e.status!==0)return{kind:"silent",why:f(e)};const t=e.stdout.split("\n").map(e=>e.trim().split(/\s+/));const n=t.filter(([e])=>e==="up").map(([,e])=>e??"");if(n.some(e=>e!==""&&!a.test(e)))return{kind:"answers"};const r=[...new Set(n)].join(", ");return{kind:"silent",why:r===""?"no partition is up":`its nodes are ${r}`}}async function d(e,t){const n=l(t)?"the commands are those of SLURM that look like PBS":undefined;const r=await e("qstat","-B");if(r.status===0)return{kind:"answers",flavour:n};const o=r.failed==="timeout"?r:await e("qstat");const s=o.status===c;if(o.status===0||s||o.failed==="too-much-output")return{kind:"answers",flavour:n};return{kind:"silent",why:f(o)}}function f(e){if(e.failed==="timeout")return`no answer within ${o/1e3} s`;const t=`${e.stdout}
${e.stderr}`.split("\n").filter(e=>e.trim()!=="");return t.at(-1)?.trim()??`status ${e.status??"unknown"}`}function l(e){const t=Buffer.alloc(4096);try{const n=(0,r.openSync)(e,"r");try{(0,r.readSync)(n,t,0,t.length,0)}finally{(0,r.closeSync)(n)}}catch{return false}return t.subarray(0,2).toString()==="#!"&&/slurm/i.test(t.toString("latin1"))}}};
