// 261c59288c33ffe2ffcdf2d7822451fa052d55e47c17575c2c1cadc659685b09
(function(exports,require,module,__filename,__dirname){"use strict";const e=require("./lint.js");const n=require("./schedulers.js");const t=require("./run-files.js");const s=require("node:path");const o=require("node:child_process");const r=require("node:fs");const i=require("node:readline");const d=require("node:os");const c=require("node:http");const a=require("node:https");const u=require("node:net");const l=require("node:tls");function $(e){const n=r.openSync(e.output,"a");const[t,...s]=e.argv;const i=o.spawn(t,s,{cwd:e.cwd,env:{...e.env},stdio:["ignore",n,n],detached:true});r.closeSync(n);let d=false;const c=new Promise(e=>{const n=n=>{d=true;e(n)};i.on("error",()=>n({kind:"exit",code:127}));i.on("exit",(e,t)=>n(t===null?{kind:"exit",code:e??0}:{kind:"signal",signal:t}))});return Promise.resolve({pid:i.pid??0,ended:c,signalGroup(e){if(d||i.pid===undefined)return;try{process.kill(-i.pid,e)}catch{}}})}function f(e){return Object.entries(d.constants.signals).find(([,n])=>n===e)?.[0]??`signal ${e}`}const p=`
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
`;const m=e=>`x${Buffer.from(e,"utf8").toString("hex")}`;function y(e){const t=o.spawn("perl",["-e",p,e],{stdio:["pipe","pipe","ignore"],detached:true,env:{...n.schedulerEnvironment(),PATH:process.env["PATH"]??"/usr/bin:/bin",LC_ALL:"C"}});return new Promise(e=>{let n=false;const s=h(t);t.on("error",()=>e(undefined));t.on("exit",()=>{if(!n)e(undefined);s.lost()});t.stdin?.on("error",()=>{});i.createInterface({input:t.stdout}).on("line",t=>{const[o,...r]=t.split(" ");if(o==="ready"){n=true;e(s.supervisor(r[0]==="1"))}else s.take(o??"",r)})})}function h(e){const n=new Map;const t=new Set;let s=0;let o=false;const r=n=>{e.stdin?.write(`${n}
`)};const i=e=>new Promise(t=>{const i=String(++s);let d=()=>{};const c=new Promise(e=>{d=e});n.set(i,{accept:e=>t(w(e,c)),end:d});const a=Object.entries(e.env).map(([e,n])=>m(`${e}=${n}`));const u=[m(e.cwd),m(e.output),String(e.argv.length),...e.argv.map(m)];r(["start",i,...u,...a].join(" "));if(o){t(w(0,c));d({kind:"signal",signal:"SIGKILL"})}});const d=(e,s)=>{if(e==="started")n.get(s[0]??"")?.accept(Number(s[1]));else if(e==="ended"){n.get(s[0]??"")?.end(g(Number(s[1]),Number(s[2])));n.delete(s[0]??"")}else if(e==="sockets"){const[e,...n]=s;const o=e==="0"?undefined:Math.max(0,Date.now()-Number(e));const r=n.filter(e=>e!=="").map(b);for(const e of t)e(r,o)}};return{take:d,lost(){o=true;for(const{accept:e,end:t}of n.values()){e(0);t({kind:"signal",signal:"SIGKILL"})}n.clear()},supervisor:n=>({pid:e.pid??0,seesSockets:n,start:i,watch(e){t.add(e);r("watch");return()=>{t.delete(e);if(t.size===0)r("unwatch")}},close:()=>new Promise(n=>{if(o)n();else{e.on("exit",()=>n());r("keep");e.stdin?.end()}})})}}function w(e,n){let t=false;void n.then(()=>{t=true});return{pid:e,ended:n,signalGroup(n){if(t||e<=1)return;try{process.kill(-e,n)}catch{}}}}const g=(e,n)=>n===0?{kind:"exit",code:e}:{kind:"signal",signal:f(n)};function b(e){const[,n,s,o]=e.split(":");return{address:t.addressOf(Buffer.from(n??"","hex")),port:Number(s),inode:Number(o)}}const S=15;function k(){return{async open({directory:e,marker:n}){return T(await y(e),n,e)}}}function T(e,n,s){const o=`PW_CHECK_RUN=${n}`;const r=new Set;const i=()=>{const n=t.processTable();const i=new Set(e===undefined?[]:t.descendantsOf(e.pid,n).map(e=>e.pid));const d=x(s,n);const c=n=>n.pid!==process.pid&&n.pid!==e?.pid&&(r.has(n.group)||d.has(n.group)||t.hasEnvironment(n.pid,o));for(const e of d)for(const s of[...t.descendantsOf(e,n)])i.add(s.pid);return n.filter(e=>i.has(e.pid)||d.has(e.pid)||c(e))};const d=(e,n)=>{try{if(e>1)process.kill(e,n)}catch{}};return{async start(n){if(e!==undefined)return e.start(n);const t=await $(n);if(t.pid>0)r.add(t.pid);return t},members:()=>i().map(t.describeProcess),signal:d,listeners:t.listeningSockets,ownerOf(e){const n=i().map(e=>e.pid);const s=t.holderOf(e.inode,n);const o=s??t.holderOf(e.inode,t.processTable().map(e=>e.pid));const r=o===undefined?undefined:t.processRow(o);if(r===undefined)return undefined;return{pid:r.pid,command:t.commandOf(r),inScope:s!==undefined,step:t.environmentOf(r.pid,"PW_CHECK_STEP")}},watchListeners:n=>e?.seesSockets?e.watch(n):v(n),async close(){await e?.close();for(let e=0;e<1e3;e++){const e=i();if(e.length===0)return;for(const n of e)d(n.pid,"SIGKILL");await new Promise(e=>setTimeout(e,5))}}}}function x(e,n){const o=new Map(n.map(e=>[e.pid,e.startedAt]));const r=t.procText(s.join(e,"processes"))?.split("\n")??[];return new Set(r.flatMap(e=>{const[n,...t]=e.split(" ");return o.get(Number(n))===Number(t[19]??Number.NaN)?[Number(n)]:[]}))}function v(e){let n="";let s=performance.now();const o=()=>{const o=t.listeningSockets();const r=performance.now()-s;s=performance.now();const i=JSON.stringify(o);if(i!==n){n=i;e(o,r)}};const r=setInterval(o,S);return()=>clearInterval(r)}const P=100;const I=3e4;function _(){return{open:N}}async function N(){const e=new Map;const n=[];const t=new Set;let s=0;const o=(t,o)=>{s++;const r=t.url??"/";const i=r.split("?")[0]??"";for(const[n,t]of e){if(i===n||i.startsWith(`${n}/`))return{prefix:n,target:t}}if(n.length<P)n.push({url:r,websocket:o,from:q(t)});return undefined};const r=c.createServer((e,n)=>L(o(e,false),e,n));r.on("upgrade",(e,n,s)=>H(o(e,true),e,n,s,t));r.on("connection",e=>{t.add(e);e.on("close",()=>t.delete(e))});await new Promise((e,n)=>{r.once("error",n);r.listen(0,"127.0.0.1",()=>e())});return{port:O(r),route:(n,t)=>void e.set(n,t),strays:n,asked:()=>s,close:()=>new Promise(e=>{for(const e of t)e.destroy();r.close(()=>e())})}}function O(e){const n=e.address();return typeof n==="object"&&n!==null?n.port:0}function q(e){const{referer:n}=e.headers;return n!==undefined&&URL.canParse(n)?new URL(n).pathname:undefined}function R(e,n){return{...e.headers,"x-forwarded-prefix":n.prefix,"x-forwarded-host":e.headers.host??"","x-forwarded-proto":"https"}}function L(e,n,t){if(e===undefined){t.writeHead(404,{"content-type":"text/plain"}).end("this path is outside of the session\n");return}const s=e.target.tls?a.request:c.request;const o=s({host:e.target.host,port:e.target.port,method:n.method,path:n.url,headers:R(n,e),agent:false,rejectUnauthorized:false,timeout:I});const r=()=>{if(t.headersSent)t.destroy();else t.writeHead(502,{"content-type":"text/plain"}).end("the service does not answer\n")};o.on("response",e=>{t.writeHead(e.statusCode??502,e.headers);e.pipe(t);e.on("error",()=>t.destroy())});o.on("timeout",()=>o.destroy());o.on("error",r);t.on("close",()=>o.destroy());n.pipe(o)}function H(e,n,t,s,o){t.on("error",()=>t.destroy());if(e===undefined){t.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");return}const{host:r,port:i,tls:d}=e.target;const c=d?l.connect({host:r,port:i,rejectUnauthorized:false}):u.connect({host:r,port:i});o.add(c);c.on("close",()=>{o.delete(c);t.destroy()});c.on("error",()=>t.destroy());t.on("close",()=>c.destroy());const a=Object.entries(R(n,e)).flatMap(([e,n])=>(Array.isArray(n)?n:[n]).map(n=>`${e}: ${n}\r
`));c.write(`${n.method} ${n.url} HTTP/1.1\r
${a.join("")}\r
`);if(s.length>0)c.write(s);t.pipe(c).pipe(t)}function U(){const s=n.nodeMachine();return{processes:k(),network:t.nodeNetwork(),files:t.nodeRunFiles(),machine:s,clock:e.nodeClock(),sessions:_(),schedulers:n.nodeSchedulers(s,e.nodeToolRunner())}}exports.nodeRunPorts=U;
})
