// 47f3fa7043930dad478a3e64932c28bcd071926bfa374a7ce952e8237956ceca
(function(exports,require,module,__filename,__dirname){"use strict";exports.id=306;exports.ids=[306];exports.modules={3306:(e,n,t)=>{t.r(n);t.d(n,{nodeRunPorts:()=>X});var r=t(8930);var o=t(8301);var s=t(9610);var i=t(6760);var d=t(1421);var a=t(3024);function c(e){const n=(0,a.openSync)(e.output,"a");const[t,...r]=e.argv;const o=(0,d.spawn)(t,r,{cwd:e.cwd,env:{...e.env},stdio:["ignore",n,n],detached:true});(0,a.closeSync)(n);let s=false;const i=new Promise(e=>{const n=n=>{s=true;e(n)};o.on("error",()=>n({kind:"exit",code:127}));o.on("exit",(e,t)=>n(t===null?{kind:"exit",code:e??0}:{kind:"signal",signal:t}))});return Promise.resolve({pid:o.pid??0,ended:i,signalGroup(e){if(s||o.pid===undefined)return;try{process.kill(-o.pid,e)}catch{}}})}var u=t(254);var l=t(481);var $=t(8161);function f(e){return Object.entries($.constants.signals).find(([,n])=>n===e)?.[0]??`signal ${e}`};const p=`
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
`;const m=e=>`x${Buffer.from(e,"utf8").toString("hex")}`;function y(e){const n=(0,d.spawn)("perl",["-e",p,e],{stdio:["pipe","pipe","ignore"],detached:true,env:{...(0,o.x)(),PATH:process.env["PATH"]??"/usr/bin:/bin",LC_ALL:"C"}});return new Promise(e=>{let t=false;const r=h(n);n.on("error",()=>e(undefined));n.on("exit",()=>{if(!t)e(undefined);r.lost()});n.stdin?.on("error",()=>{});(0,l.createInterface)({input:n.stdout}).on("line",n=>{const[o,...s]=n.split(" ");if(o==="ready"){t=true;e(r.supervisor(s[0]==="1"))}else r.take(o??"",s)})})}function h(e){const n=new Map;const t=new Set;let r=0;let o=false;const s=n=>{e.stdin?.write(`${n}
`)};const i=e=>new Promise(t=>{const i=String(++r);let d=()=>{};const a=new Promise(e=>{d=e});n.set(i,{accept:e=>t(w(e,a)),end:d});const c=Object.entries(e.env).map(([e,n])=>m(`${e}=${n}`));const u=[m(e.cwd),m(e.output),String(e.argv.length),...e.argv.map(m)];s(["start",i,...u,...c].join(" "));if(o){t(w(0,a));d({kind:"signal",signal:"SIGKILL"})}});const d=(e,r)=>{if(e==="started")n.get(r[0]??"")?.accept(Number(r[1]));else if(e==="ended"){n.get(r[0]??"")?.end(g(Number(r[1]),Number(r[2])));n.delete(r[0]??"")}else if(e==="sockets"){const[e,...n]=r;const o=e==="0"?undefined:Math.max(0,Date.now()-Number(e));const s=n.filter(e=>e!=="").map(b);for(const e of t)e(s,o)}};return{take:d,lost(){o=true;for(const{accept:e,end:t}of n.values()){e(0);t({kind:"signal",signal:"SIGKILL"})}n.clear()},supervisor:n=>({pid:e.pid??0,seesSockets:n,start:i,watch(e){t.add(e);s("watch");return()=>{t.delete(e);if(t.size===0)s("unwatch")}},close:()=>new Promise(n=>{if(o)n();else{e.on("exit",()=>n());s("keep");e.stdin?.end()}})})}}function w(e,n){let t=false;void n.then(()=>{t=true});return{pid:e,ended:n,signalGroup(n){if(t||e<=1)return;try{process.kill(-e,n)}catch{}}}}const g=(e,n)=>n===0?{kind:"exit",code:e}:{kind:"signal",signal:f(n)};function b(e){const[,n,t,r]=e.split(":");return{address:(0,u.ci)(Buffer.from(n??"","hex")),port:Number(t),inode:Number(r)}};const S=15;function k(){return{async open({directory:e,marker:n}){return v(await y(e),n,e)}}}function v(e,n,t){const r=`PW_CHECK_RUN=${n}`;const o=new Set;const s=()=>{const n=(0,u.oI)();const s=new Set(e===undefined?[]:(0,u.gO)(e.pid,n).map(e=>e.pid));const i=x(t,n);const d=n=>n.pid!==process.pid&&n.pid!==e?.pid&&(o.has(n.group)||i.has(n.group)||(0,u.sl)(n.pid,r));for(const e of i)for(const t of[...(0,u.gO)(e,n)])s.add(t.pid);return n.filter(e=>s.has(e.pid)||i.has(e.pid)||d(e))};const i=(e,n)=>{try{if(e>1)process.kill(e,n)}catch{}};return{async start(n){if(e!==undefined)return e.start(n);const t=await c(n);if(t.pid>0)o.add(t.pid);return t},members:()=>s().map(u.lg),signal:i,listeners:u.OC,ownerOf(e){const n=s().map(e=>e.pid);const t=(0,u.Kd)(e.inode,n);const r=t??(0,u.Kd)(e.inode,(0,u.oI)().map(e=>e.pid));const o=r===undefined?undefined:(0,u.Qu)(r);if(o===undefined)return undefined;return{pid:o.pid,command:(0,u.Nl)(o),inScope:t!==undefined,step:(0,u.p7)(o.pid,"PW_CHECK_STEP")}},watchListeners:n=>e?.seesSockets?e.watch(n):T(n),async close(){await e?.close();for(let e=0;e<1e3;e++){const e=s();if(e.length===0)return;for(const n of e)i(n.pid,"SIGKILL");await new Promise(e=>setTimeout(e,5))}}}}function x(e,n){const t=new Map(n.map(e=>[e.pid,e.startedAt]));const r=(0,u.uR)((0,i.join)(e,"processes"))?.split("\n")??[];return new Set(r.flatMap(e=>{const[n,...r]=e.split(" ");return t.get(Number(n))===Number(r[19]??Number.NaN)?[Number(n)]:[]}))}function T(e){let n="";let t=performance.now();const r=()=>{const r=(0,u.OC)();const o=performance.now()-t;t=performance.now();const s=JSON.stringify(r);if(s!==n){n=s;e(r,o)}};const o=setInterval(r,S);return()=>clearInterval(o)}var I=t(875);var P=t(8676);var _=t(7067);var N=t(4708);var O=t(7030);var L=t(1692);const R=100;const H=3e4;function U(){return{open:D}}async function D(){const e=new Map;const n=[];const t=new Set;let r=0;const o=(t,o)=>{r++;const s=t.url??"/";const i=s.split("?")[0]??"";for(const[n,t]of e){if(i===n||i.startsWith(`${n}/`))return{prefix:n,target:t}}if(n.length<R)n.push({url:s,websocket:o,from:j(t)});return undefined};const s=(0,_.createServer)((e,n)=>E(o(e,false),e,n));s.on("upgrade",(e,n,r)=>G(o(e,true),e,n,r,t));s.on("connection",e=>{t.add(e);e.on("close",()=>t.delete(e))});await new Promise((e,n)=>{s.once("error",n);s.listen(0,"127.0.0.1",()=>e())});return{port:C(s),route:(n,t)=>void e.set(n,t),strays:n,asked:()=>r,close:()=>new Promise(e=>{for(const e of t)e.destroy();s.close(()=>e())})}}function C(e){const n=e.address();return typeof n==="object"&&n!==null?n.port:0}function j(e){const{referer:n}=e.headers;return n!==undefined&&URL.canParse(n)?new URL(n).pathname:undefined}function q(e,n){return{...e.headers,"x-forwarded-prefix":n.prefix,"x-forwarded-host":e.headers.host??"","x-forwarded-proto":"https"}}function E(e,n,t){if(e===undefined){t.writeHead(404,{"content-type":"text/plain"}).end("this path is outside of the session\n");return}const r=e.target.tls?N.request:_.request;const o=r({host:e.target.host,port:e.target.port,method:n.method,path:n.url,headers:q(n,e),agent:false,rejectUnauthorized:false,timeout:H});const s=()=>{if(t.headersSent)t.destroy();else t.writeHead(502,{"content-type":"text/plain"}).end("the service does not answer\n")};o.on("response",e=>{t.writeHead(e.statusCode??502,e.headers);e.pipe(t);e.on("error",()=>t.destroy())});o.on("timeout",()=>o.destroy());o.on("error",s);t.on("close",()=>o.destroy());n.pipe(o)}function G(e,n,t,r,o){t.on("error",()=>t.destroy());if(e===undefined){t.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");return}const{host:s,port:i,tls:d}=e.target;const a=d?(0,L.connect)({host:s,port:i,rejectUnauthorized:false}):(0,O.connect)({host:s,port:i});o.add(a);a.on("close",()=>{o.delete(a);t.destroy()});a.on("error",()=>t.destroy());t.on("close",()=>a.destroy());const c=Object.entries(q(n,e)).flatMap(([e,n])=>(Array.isArray(n)?n:[n]).map(n=>`${e}: ${n}\r
`));a.write(`${n.method} ${n.url} HTTP/1.1\r
${c.join("")}\r
`);if(r.length>0)a.write(r);t.pipe(a).pipe(t)}var A=t(1035);function X(){const e=(0,o.w)();return{processes:k(),network:(0,s.D)(),files:(0,I.X)(),machine:e,clock:(0,r.$)(),sessions:U(),schedulers:(0,P.p)(e,(0,A.l)())}}}};
})
