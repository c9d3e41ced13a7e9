/**
 * Commands that every script may use and whose names have four letters at least: those of bash, and of POSIX and GNU
 * that are read daily; `printf` is left out for the `print` of other shells. A command that is unknown and nearly one of them is meant to be it.
 */
export const commonCommands: readonly string[] =
  `basename chmod chown command continue curl declare dirname echo export find grep gunzip gzip head hostname install kill
  local mkdir mktemp module nohup pkill printenv python python3 readlink realpath return rmdir rsync sbatch scancel
  setsid shift sinfo singularity apptainer sleep sort source squeue sudo tail timeout touch trap uname uniq unset unzip wait
  wget whoami xargs`.split(/\s+/);
