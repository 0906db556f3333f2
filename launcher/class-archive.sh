# Sourced by the launchers of the programs, which set $program and $root, the folder of the project.
# Starts a jar with an archive of its classes and with the parts of the JVM that a short life wants:
# half of the time of a start is loading classes. Where no archive can be kept, it does without.
#
#   JAVA_HOME          the Java to use; else the first on the path
#   DATAMART_CACHE     where archives are kept; default $XDG_CACHE_HOME/datamart or ~/.cache/datamart
#   DATAMART_JVM_OPTS  more options for the JVM, with spaces between them
. "$root/launcher/find-java.sh"

# Sets $jar, $java, $archive and $options for the jar in that module; what follows is the program's
# arguments. The caller may have set $suiting, options for the JVM that suit this program.
find_program() {
  # Process 1 ends at a signal only where it says so, and Java is not to go on without its launcher.
  trap 'end_early 129' HUP
  trap 'end_early 130' INT
  trap 'end_early 143' TERM
  jar="$root/$1/target/$program.jar"
  shift
  [ -f "$jar" ] || refuse "there is no $jar yet; build it with: mvn package -DskipTests"
  case $jar in
    *:*) refuse "Java takes no jar from a folder with a colon in its name: $root" ;;
  esac
  # Java finds files with other than ASCII letters in their names only where the locale has these.
  case $jar$* in
    *[!\ -~]*) [ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8 ;;
  esac
  find_java
  # An archive that Java does not want is not worth a word on the program's standard output.
  options="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xlog:cds*=off ${suiting:-} \
${DATAMART_JVM_OPTS:-}"
  find_archive
  has_archive || prove_java
}

# Sets $archive; empty where there is no folder for it. Java reads a colon in its name as the end.
find_archive() {
  caches=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
  cache=${DATAMART_CACHE:-${caches:+$caches/datamart}}
  case $cache in
    '' | *:*) archive='' ;;
    *)
      # A JVM takes an archive only from the very same Java and the very same jar.
      # shellcheck disable=SC2046
      set -- $(LC_ALL=C ls -lniL "$binary" "$jar" | cksum)
      archive="$cache/$program-$1-$2.jsa"
      ;;
  esac
}

# Whether there is an archive that can be trusted: a JVM runs whatever is in it, and crashes on a
# damaged one. It is the user's own, and bears the time of its jar: a later write shows.
has_archive() {
  [ -n "$archive" ] && [ -s "$archive" ] && [ -r "$archive" ] && [ -O "$archive" ] &&
    ! [ "$archive" -nt "$jar" ]
}

# Whether an archive has to be made, and can be. A full disk would change the exit code of the run.
wants_archive() {
  [ -n "$archive" ] && ! has_archive && mkdir -p -m 700 "$cache" 2>/dev/null &&
    [ -O "$cache" ] && [ -w "$cache" ] &&
    df -Pk "$cache" | { read -r _ && read -r _ _ _ free _ && [ "$free" -gt 65536 ]; } 2>/dev/null
}

# Runs Java with the given words so that it leaves an archive; sets $code to its exit code. What
# ended with another code than those in $whole knows few of the classes, and its archive is not kept.
making_archive() {
  throw_away_leftovers
  new=$(mktemp "$archive.$$.XXXXXX")
  # A process in the background has no standard input, unless it comes by another number.
  { true 3<&0; } 2>/dev/null || exec </dev/null
  exec 3<&0
  set -f
  # shellcheck disable=SC2086
  "$java" $options "-XX:ArchiveClassesAtExit=$new" -Xlog:disable "$@" <&3 3<&- &
  wait $! && code=0 || code=$?
  set +f
  exec 3<&-
  case " $whole " in
    *" $code "*) keep_archive || : ;;
  esac
  rm -f "$new"
}

# It gets its name when it is whole, on the disk too.
keep_archive() {
  [ -s "$new" ] || return
  sync "$new" 2>/dev/null || :
  touch -r "$jar" "$new" && mv -f "$new" "$archive"
}

# Damaged archives, those of starts that were killed (their process is gone) and of builds that
# nobody has started for a month.
throw_away_leftovers() {
  rm -rf "$archive"
  for left in "$archive".*.*; do
    maker=${left#"$archive".}
    maker=${maker%.*}
    { [ "$maker" != $$ ] && kill -0 "$maker" 2>/dev/null; } || rm -f "$left"
  done
  find "$cache" -name "$program-*.jsa*" -atime +30 -exec rm -f {} + 2>/dev/null || :
}

# What a signal does: Java is told to end and may tidy up, at the second signal no more; its unfinished
# archive goes. The caller sets $ending to KILL where there is nothing to tidy up.
end_early() {
  if [ -n "${new:-}" ]; then
    told=${ending:-TERM}
    ending=KILL
    [ -z "${!-}" ] || { kill -s "$told" $! && wait $!; } 2>/dev/null || :
    rm -f "$new"
  fi
  exit "$1"
}

# Becomes the program, with its archive where there is one. Should it crash all the same, the
# archive goes, so that the next start is a good one.
run_program() {
  set -- -jar "$jar" "$@"
  if has_archive; then
    export DATAMART_ARCHIVE="$archive"
    set -- "-XX:SharedArchiveFile=$archive" "-XX:OnError=rm -f \"\$DATAMART_ARCHIVE\" && echo \
$program: its archive of classes may be damaged and is thrown away, start it again >&2" "$@"
  fi
  set -f
  # shellcheck disable=SC2086
  exec "$java" $options "$@"
}
