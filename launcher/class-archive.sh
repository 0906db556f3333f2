# Sourced by the launchers of the programs. Starts a jar with an archive of its classes and with the
# parts of the JVM that a short life wants: half of the time of a start is loading classes.
#
#   JAVA_HOME          the Java to use; else the first on the path
#   DATAMART_CACHE     where archives are kept; default ~/.cache/datamart
#   DATAMART_JVM_OPTS  more options for the JVM

# Sets $jar, $java, $archive and $options for the jar of that name; what follows the name are
# options for the JVM that suit this program.
find_program() {
  jar="$here/../target/$1.jar"
  [ -f "$jar" ] || { echo "$1: there is no $1.jar yet; build it with: mvn package -DskipTests" >&2; exit 3; }
  java=${JAVA_HOME:+$JAVA_HOME/bin/}java
  command -v "$java" >/dev/null || { echo "$1: there is no Java; install JDK 17 or newer" >&2; exit 3; }
  cache=${DATAMART_CACHE:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/datamart}
  # A JVM takes an archive only from the very same Java and the very same jar.
  binary=$(readlink -f "$(command -v "$java")")
  archive="$cache/$1-$(ls -lnL "$binary" "$jar" | cksum | tr ' ' '-').jsa"
  shift
  options="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto $* ${DATAMART_JVM_OPTS:-}"
}

# Whether an archive has to be made, and can be.
wants_archive() {
  [ ! -f "$archive" ] && mkdir -p "$cache" 2>/dev/null && [ -w "$cache" ]
}

# Runs Java with the given words so that it leaves an archive; gives its exit code.
making_archive() {
  # shellcheck disable=SC2086
  "$java" $options -XX:ArchiveClassesAtExit="$archive.$$" -Xlog:disable "$@" && code=0 || code=$?
  [ ! -f "$archive.$$" ] || mv "$archive.$$" "$archive"
  return $code
}

# Becomes the program, with its archive where there is one.
run_program() {
  [ ! -f "$archive" ] || options="$options -XX:SharedArchiveFile=$archive"
  # shellcheck disable=SC2086
  exec "$java" $options -jar "$jar" "$@"
}
