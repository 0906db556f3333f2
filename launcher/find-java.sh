# Sourced by class-archive.sh. Finds the Java that runs a program, or says what is wrong with it.

line_end='
'

# Ends with one sentence and the exit code of a wrong call.
refuse() {
  printf '%s: %s\n' "$program" "$1" >&2
  exit 2
}

# Sets $java, the command, and $binary, the file that it is in the end.
find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java="$JAVA_HOME/bin/java"
    { [ -f "$java" ] && [ -x "$java" ]; } || refuse "JAVA_HOME is \"$JAVA_HOME\", in which there is \
no bin/java that can be run; set it to the folder of a JDK 17 or newer, or unset it"
  else
    java=$(command -v java) ||
      refuse "there is no Java on the path; install JDK 17 or newer, or set JAVA_HOME to its folder"
  fi
  binary=$(readlink -f -- "$java")
}

# Refuses a Java that is too old or does not run. Its folder tells the version at no cost; one
# that does not is asked.
prove_java() {
  version='' name=''
  if [ -r "${binary%/bin/java}/release" ]; then
    while [ "$name" != JAVA_VERSION ] && IFS='="' read -r name _ version _; do :; done \
      <"${binary%/bin/java}/release"
  fi
  if [ "$name" != JAVA_VERSION ]; then
    says=$("$java" -version 2>&1) || refuse "$java does not run: ${says%%"$line_end"*}"
    version=${says#*version \"}
  fi
  major=${version#1.}
  major=${major%%[!0-9]*}
  [ "${major:-0}" -ge 17 ] ||
    refuse "$java is version ${version%%\"*}; JDK 17 or newer is needed: set JAVA_HOME to its folder"
}
