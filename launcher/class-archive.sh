# Sourced by the launchers of the programs. Starts a jar with an archive of its classes and with the
# parts of the JVM that a short life wants: half of the time of a start is loading classes.
#
#   JAVA_HOME          the Java to use; else the first on the path
#   DATAMART_CACHE     where archives are kept; default $XDG_CACHE_HOME/datamart or ~/.cache/datamart
#   DATAMART_JVM_OPTS  more options for the JVM

# Sets $jar, $java, $archive and $options for the jar of that name; what follows the name are
# options for the JVM that suit this program.
find_program() {
  jar="$here/../target/$1.jar"
  [ -f "$jar" ] || { echo "$1: there is no $1.jar yet; build it with: mvn package -DskipTests" >&2; exit 3; }
  java=${JAVA_HOME:+$JAVA_HOME/bin/}java
  command -v "$java" >/dev/null || { echo "$1: there is no Java; install JDK 17 or newer" >&2; exit 3; }
  caches=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
  cache=${DATAMART_CACHE:-${caches:+$caches/datamart}}
  # A JVM takes an archive only from the very same Java and the very same jar.
  binary=$(readlink -f "$(command -v "$java")")
  archive="$cache/$1-$(ls -lnL "$binary" "$jar" | cksum | tr ' ' '-').jsa"
  shift
  options="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto $* ${DATAMART_JVM_OPTS:-}"
}

# Whether an archive has to be made, and can be.
wants_archive() {
  [ -n "$cache" ] && [ ! -f "$archive" ] && mkdir -p "$cache" 2>/dev/null && [ -w "$cache" ]
}

# Runs Java with the given words so that it leaves an archive; gives its exit code. What ended early
# (wrong usage, nothing reached) knows few of the classes, and its archive is not kept.
making_archive() {
  # shellcheck disable=SC2086
  "$java" $options -XX:ArchiveClassesAtExit="$archive.$$" -Xlog:disable "$@" && code=0 || code=$?
  if [ $code -gt 1 ]; then rm -f "$archive.$$"; fi
  [ ! -f "$archive.$$" ] || mv "$archive.$$" "$archive"
  return $code
}

# Becomes the program, with its archive where there is one.
run_program() {
  [ ! -f "$archive" ] || options="$options -XX:SharedArchiveFile=$archive"
  # shellcheck disable=SC2086
  exec "$java" $options -jar "$jar" "$@"
}
