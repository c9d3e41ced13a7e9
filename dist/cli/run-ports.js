// f3fe128532b28398d86011180924763a0e1e7b28b2bde479a864ca457cec2813
(function(exports,require,module,__filename,__dirname){"use strict";const e=require("./lint.js");const n=require("./commands.js");const t=require("node:path");const o=require("node:child_process");const s=require("node:fs");const r=require("node:readline");const i=require("node:os");const d=require("node:http");const c=require("node:https");const a=require("node:net");const u=require("node:tls");function l(e){const n=s.openSync(e.output,"a");const[t,...r]=e.argv;const i=o.spawn(t,r,{cwd:e.cwd,env:{...e.env},stdio:["ignore",n,n],detached:true});s.closeSync(n);let d=false;const c=new Promise(e=>{const n=n=>{d=true;e(n)};i.on("error",()=>n({kind:"exit",code:127}));i.on("exit",(e,t)=>n(t===null?{kind:"exit",code:e??0}:{kind:"signal",signal:t}))});return Promise.resolve({pid:i.pid??0,ended:c,signalGroup(e){if(d||i.pid===undefined)return;try{process.kill(-i.pid,e)}catch{}}})}function $(e){return Object.entries(i.constants.signals).find(([,n])=>n===e)?.[0]??`signal ${e}`}const f=`
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
`;const p=e=>`x${Buffer.from(e,"utf8").toString("hex")}`;function m(e){const t=o.spawn("perl",["-e",f,e],{stdio:["pipe","pipe","ignore"],detached:true,env:{...n.schedulerEnvironment(),PATH:process.env["PATH"]??"/usr/bin:/bin",LC_ALL:"C"}});return new Promise(e=>{let n=false;const o=y(t);t.on("error",()=>e(undefined));t.on("exit",()=>{if(!n)e(undefined);o.lost()});t.stdin?.on("error",()=>{});r.createInterface({input:t.stdout}).on("line",t=>{const[s,...r]=t.split(" ");if(s==="ready"){n=true;e(o.supervisor(r[0]==="1"))}else o.take(s??"",r)})})}function y(e){const n=new Map;const t=new Set;let o=0;let s=false;const r=n=>{e.stdin?.write(`${n}
`)};const i=e=>new Promise(t=>{const i=String(++o);let d=()=>{};const c=new Promise(e=>{d=e});n.set(i,{accept:e=>t(h(e,c)),end:d});const a=Object.entries(e.env).map(([e,n])=>p(`${e}=${n}`));const u=[p(e.cwd),p(e.output),String(e.argv.length),...e.argv.map(p)];r(["start",i,...u,...a].join(" "));if(s){t(h(0,c));d({kind:"signal",signal:"SIGKILL"})}});const d=(e,o)=>{if(e==="started")n.get(o[0]??"")?.accept(Number(o[1]));else if(e==="ended"){n.get(o[0]??"")?.end(w(Number(o[1]),Number(o[2])));n.delete(o[0]??"")}else if(e==="sockets"){const[e,...n]=o;const s=e==="0"?undefined:Math.max(0,Date.now()-Number(e));const r=n.filter(e=>e!=="").map(g);for(const e of t)e(r,s)}};return{take:d,lost(){s=true;for(const{accept:e,end:t}of n.values()){e(0);t({kind:"signal",signal:"SIGKILL"})}n.clear()},supervisor:n=>({pid:e.pid??0,seesSockets:n,start:i,watch(e){t.add(e);r("watch");return()=>{t.delete(e);if(t.size===0)r("unwatch")}},close:()=>new Promise(n=>{if(s)n();else{e.on("exit",()=>n());r("keep");e.stdin?.end()}})})}}function h(e,n){let t=false;void n.then(()=>{t=true});return{pid:e,ended:n,signalGroup(n){if(t||e<=1)return;try{process.kill(-e,n)}catch{}}}}const w=(e,n)=>n===0?{kind:"exit",code:e}:{kind:"signal",signal:$(n)};function g(e){const[,t,o,s]=e.split(":");return{address:n.addressOf(Buffer.from(t??"","hex")),port:Number(o),inode:Number(s)}}const b=15;function S(){return{async open({directory:e,marker:n}){return k(await m(e),n,e)}}}function k(e,t,o){const s=`PW_CHECK_RUN=${t}`;const r=new Set;const i=()=>{const t=n.processTable();const i=new Set(e===undefined?[]:n.descendantsOf(e.pid,t).map(e=>e.pid));const d=T(o,t);const c=t=>t.pid!==process.pid&&t.pid!==e?.pid&&(r.has(t.group)||d.has(t.group)||n.hasEnvironment(t.pid,s));for(const e of d)for(const o of[...n.descendantsOf(e,t)])i.add(o.pid);return t.filter(e=>i.has(e.pid)||d.has(e.pid)||c(e))};const d=(e,n)=>{try{if(e>1)process.kill(e,n)}catch{}};return{async start(n){if(e!==undefined)return e.start(n);const t=await l(n);if(t.pid>0)r.add(t.pid);return t},members:()=>i().map(n.describeProcess),signal:d,listeners:n.listeningSockets,ownerOf(e){const t=i().map(e=>e.pid);const o=n.holderOf(e.inode,t);const s=o??n.holderOf(e.inode,n.processTable().map(e=>e.pid));const r=s===undefined?undefined:n.processRow(s);if(r===undefined)return undefined;return{pid:r.pid,command:n.commandOf(r),inScope:o!==undefined,step:n.environmentOf(r.pid,"PW_CHECK_STEP")}},watchListeners:n=>e?.seesSockets?e.watch(n):x(n),async close(){await e?.close();for(let e=0;e<1e3;e++){const e=i();if(e.length===0)return;for(const n of e)d(n.pid,"SIGKILL");await new Promise(e=>setTimeout(e,5))}}}}function T(e,o){const s=new Map(o.map(e=>[e.pid,e.startedAt]));const r=n.procText(t.join(e,"processes"))?.split("\n")??[];return new Set(r.flatMap(e=>{const[n,...t]=e.split(" ");return s.get(Number(n))===Number(t[19]??Number.NaN)?[Number(n)]:[]}))}function x(e){let t="";let o=performance.now();const s=()=>{const s=n.listeningSockets();const r=performance.now()-o;o=performance.now();const i=JSON.stringify(s);if(i!==t){t=i;e(s,r)}};const r=setInterval(s,b);return()=>clearInterval(r)}const v=100;const P=3e4;function I(){return{open:_}}async function _(){const e=new Map;const n=[];const t=new Set;let o=0;const s=(t,s)=>{o++;const r=t.url??"/";const i=r.split("?")[0]??"";for(const[n,t]of e){if(i===n||i.startsWith(`${n}/`))return{prefix:n,target:t}}if(n.length<v)n.push({url:r,websocket:s,from:O(t)});return undefined};const r=d.createServer((e,n)=>R(s(e,false),e,n));r.on("upgrade",(e,n,o)=>L(s(e,true),e,n,o,t));r.on("connection",e=>{t.add(e);e.on("close",()=>t.delete(e))});await new Promise((e,n)=>{r.once("error",n);r.listen(0,"127.0.0.1",()=>e())});return{port:N(r),route:(n,t)=>void e.set(n,t),strays:n,asked:()=>o,close:()=>new Promise(e=>{for(const e of t)e.destroy();r.close(()=>e())})}}function N(e){const n=e.address();return typeof n==="object"&&n!==null?n.port:0}function O(e){const{referer:n}=e.headers;return n!==undefined&&URL.canParse(n)?new URL(n).pathname:undefined}function q(e,n){return{...e.headers,"x-forwarded-prefix":n.prefix,"x-forwarded-host":e.headers.host??"","x-forwarded-proto":"https"}}function R(e,n,t){if(e===undefined){t.writeHead(404,{"content-type":"text/plain"}).end("this path is outside of the session\n");return}const o=e.target.tls?c.request:d.request;const s=o({host:e.target.host,port:e.target.port,method:n.method,path:n.url,headers:q(n,e),agent:false,rejectUnauthorized:false,timeout:P});const r=()=>{if(t.headersSent)t.destroy();else t.writeHead(502,{"content-type":"text/plain"}).end("the service does not answer\n")};s.on("response",e=>{t.writeHead(e.statusCode??502,e.headers);e.pipe(t);e.on("error",()=>t.destroy())});s.on("timeout",()=>s.destroy());s.on("error",r);t.on("close",()=>s.destroy());n.pipe(s)}function L(e,n,t,o,s){t.on("error",()=>t.destroy());if(e===undefined){t.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");return}const{host:r,port:i,tls:d}=e.target;const c=d?u.connect({host:r,port:i,rejectUnauthorized:false}):a.connect({host:r,port:i});s.add(c);c.on("close",()=>{s.delete(c);t.destroy()});c.on("error",()=>t.destroy());t.on("close",()=>c.destroy());const l=Object.entries(q(n,e)).flatMap(([e,n])=>(Array.isArray(n)?n:[n]).map(n=>`${e}: ${n}\r
`));c.write(`${n.method} ${n.url} HTTP/1.1\r
${l.join("")}\r
`);if(o.length>0)c.write(o);t.pipe(c).pipe(t)}function H(){const t=n.nodeMachine();return{processes:S(),network:n.nodeNetwork(),files:n.nodeRunFiles(),machine:t,clock:e.nodeClock(),sessions:I(),schedulers:n.nodeSchedulers(t,e.nodeToolRunner())}}exports.nodeRunPorts=H;
})
