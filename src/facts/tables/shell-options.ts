/**
 * The names behind `set -o` and `shopt`: what both print in bash 5.2, with those of `shopt` that only older or newer
 * versions have (its change log), and what Cygwin's bash adds (its release notes).
 */
export const shellOptions = {
  set: `
  allexport braceexpand emacs errexit errtrace functrace hashall histexpand history igncr ignoreeof
  interactive-comments keyword monitor noclobber noexec noglob nolog notify nounset onecmd physical
  pipefail posix privileged verbose vi xtrace
  `
    .trim()
    .split(/\s+/),
  shopt: `
  array_expand_once assoc_expand_once autocd bash_source_fullpath cdable_vars cdspell checkhash
  checkjobs checkwinsize cmdhist compat31 compat32 compat40 compat41 compat42 compat43 compat44
  compat50 compat51 compat52 complete_fullquote direxpand dirspell dotglob execfail expand_aliases
  extdebug extglob extquote failglob force_fignore globasciiranges globskipdots globstar gnu_errfmt
  histappend histreedit histverify hostcomplete huponexit inherit_errexit interactive_comments
  lastpipe lithist localvar_inherit localvar_unset login_shell mailwarn no_empty_cmd_completion
  nocaseglob nocasematch noexpand_translation nullglob patsub_replacement progcomp progcomp_alias
  promptvars restricted_shell shift_verbose sourcepath syslog_history varredir_close xpg_echo
  `
    .trim()
    .split(/\s+/),
} as const;
