import type { Dice } from './dice.ts';

/** Variables of the environment that the analysis is not told; some runs have them, some do not. */
export const hiddenVariables = ['ALPHA', 'BETA', 'GAMMA'] as const;

const markers = ['HOSTNAME', 'SESSION_PORT', 'job.started'] as const;

/** The name of a coordination file. */
export function marker(dice: Dice): string {
  return dice.one(markers);
}

/** A command that writes a coordination file, in one of the many ways that there are. */
export function write(dice: Dice): string {
  const name = marker(dice);
  const target = dice.one([name, `"${name}"`, `./${name}`, `"$PWD/${name}"`]);
  return dice.chance(0.6) ? usualWrite(dice, target) : rareWrite(dice, target);
}

function usualWrite(dice: Dice, target: string): string {
  return dice.one([
    `touch ${target}`,
    `touch ${target}`,
    `echo "$port" > ${target}`,
    `echo ${4000 + dice.below(3)} > ${target}`,
    `printf '%s\\n' "\${port:-none}" > ${target}`,
    `echo ready | tee ${dice.chance(0.3) ? '-a ' : ''}${target} > /dev/null`,
    `echo more >> ${target}`,
    `{ echo one; echo two; } > ${target}`,
    `echo temporary > work.tmp; mv work.tmp ${target}`,
    `echo source > work.txt; cp work.txt ${target}`,
    `( echo inside > ${target} )`,
    `: > ${target}`,
  ]);
}

function rareWrite(dice: Dice, target: string): string {
  // What nobody can know beforehand.
  if (dice.chance(0.03))
    return dice.one([`echo later > >(cat > ${target})`, `ln -s absent ${target} 2> /dev/null`]);
  const other = marker(dice);
  return dice.one([
    `echo forced >| ${target}`,
    `echo both &> ${target}`,
    `echo silent 2> ${target}`,
    `: <> ${target}`,
    `echo -n bare > ${target}`,
    `echo -e 'a\\tb' > ${target}`,
    `echo -e 'a\\x41' > ${target}`,
    `printf '%d,%s\\n' 5 x 6 y > ${target}`,
    `printf plain > ${target}`,
    `tee ${target} logs.txt <<< "$port" > /dev/null`,
    `tee logs/none ${target} <<< text > /dev/null 2>&1`,
    `echo source > work.txt; install -m 600 work.txt ${target}`,
    `install -D library.sh deep/folder/copy.sh; touch ${target}`,
    `echo data | dd of=${target} 2> /dev/null`,
    `cat library.sh > ${target}`,
    `cat <(echo substituted) > ${target}`,
    `{ exec 3> ${target}; echo third >&3; exec 3>&-; }`,
    `{ exec > ${target}; echo "$port"; exec > logs.txt; }`,
    `echo linked > work.txt; ln -sf work.txt ${target}`,
    `echo hard > work.txt; ln work.txt ${target} 2> /dev/null`,
    `touch -c ${target}`,
    `truncate -s 0 ${target}`,
    `echo kept > work.txt; cp -n work.txt ${target}`,
    `echo kept > work.txt; mv -n work.txt ${target}`,
    `cp ${other} ${target} 2> /dev/null`,
    `mv ${other} ${target} 2> /dev/null`,
    `touch "${other}" ${target}`,
    `echo x > ${target} > logs.txt`,
    `bash -c 'echo child > ${target}'`,
    `eval "echo evaluated > ${target.replaceAll('"', '')}"`,
    `command touch ${target}`,
    `port=1 touch ${target}`,
    `env port=1 bash -c 'echo "$port" > ${target}'`,
    `(mkdir -p logs && cd logs && touch ../${other})`,
    `for name in ${other} ${target}; do touch "$name"; done`,
    `read -r value <<< "$port"; echo "$value" > ${target}`,
    `value=$(< library.sh); echo "\${#value}" > ${target}`,
    `cat <<< "a b" > ${target}`,
    `echo one two | { read -r first rest; echo "$rest" > ${target}; }`,
    `echo "$port" | tr -d '\\n' > ${target}`,
    `seq 3 | head -1 > ${target}`,
  ]);
}

/** A command that takes a coordination file away. */
export function remove(dice: Dice): string {
  const name = marker(dice);
  return dice.one([
    `rm -f ${name}`,
    `rm -f ${name}`,
    `rm -f ./${name} missing`,
    `rm ${name} 2>/dev/null || true`,
    'rm -f SESSION*',
    `unlink ${name} 2> /dev/null || true`,
    `rm -rf "$PWD/${name}"`,
    `mv ${name} old.txt 2> /dev/null || :`,
    `[ -f ${name} ] && rm ${name}`,
    'rm -f {HOSTNAME,SESSION_PORT}',
    dice.chance(0.3) ? `find . -name ${name} -delete` : `rm -f "${name}"`,
  ]);
}

/** A command that changes variables. */
export function assignment(dice: Dice): string {
  return dice.one([
    'port=5000',
    'port=""',
    'port=$ALPHA',
    'port=${BETA:-6000}',
    'port=$((4000 + 5))',
    'port=$(echo 7000)',
    'port=$(cat SESSION_PORT 2>/dev/null)',
    'name="$port"x',
    'name=${port%0}',
    'count=$((count + 1))',
    'port=${port#4}',
    'port=${port##*0}',
    'port=${port/4/9}',
    'port=${port:0:2}',
    'port=${port:+8000}',
    'port=${ALPHA^^}',
    ': "${port:=9000}"',
    'name=${#port}',
    'name=port; port=${!name}1',
    'list=(a b "$port")',
    'list+=(c)',
    'port=${list[0]}',
    'port=${#list[@]}',
    'port=${list[*]}',
    'let count+=2 || true',
    '(( count++ )) || true',
    'declare -i number=3+4; port=$number',
    'printf -v port %s 77',
    'IFS=, ; port=$port; unset IFS',
    'port=$(printf %s "$port" | cut -c1-2)',
    'port=`echo 6100`',
    'read -r port < /dev/null || true',
    'unset port',
    'export port',
  ]);
}

/** A command whose exit status is asked for. */
export function condition(dice: Dice): string {
  const file = marker(dice);
  const name = dice.one(hiddenVariables);
  return dice.one([
    'true',
    'false',
    `[ -n "$${name}" ]`,
    `[ -z "$${name}" ]`,
    `[ "$${name}" = yes ]`,
    `[[ $${name} == "no" ]]`,
    `[[ -n $${name} && $${name} != yes ]]`,
    `[ -f ${file} ]`,
    `[ ! -f ${file} ]`,
    `[ -s ${file} ]`,
    `[[ -e ./${file} ]]`,
    '[ -n "$port" ]',
    '[ -z "$port" ]',
    '[ "$port" = 4000 ]',
    '[ "${count:-0}" -lt 2 ]',
    '[ -d logs ]',
    '(( count > 1 ))',
    `test -n "\${${name}:-}"`,
    'grep -q 4 SESSION_PORT 2>/dev/null',
    'command -v bash > /dev/null',
    `[[ ! -f ${file} || -n $${name} ]]`,
    `[[ -f ${file} && -s ${file} ]]`,
    `test -f ${file} -a -n "$port"`,
    `[ -f ${file} -o -z "$${name}" ]`,
    '[[ $port =~ ^[0-9]+$ ]]',
    '[[ $port == 4* ]]',
    `! [ -e ${file} ]`,
    `{ [ -f ${file} ]; }`,
    `( exit ${dice.below(2)} )`,
    '[ "$port" -gt 4500 ] 2> /dev/null',
    '[[ -v port ]]',
    `[ -n $${name} ]`,
    `[ $${name} = yes ] 2> /dev/null`,
    '[ "${#list[@]}" -gt 1 ]',
    `cd logs 2> /dev/null`,
    'echo x | grep -q x',
    'false | true',
    `test -d ${file}`,
  ]);
}
