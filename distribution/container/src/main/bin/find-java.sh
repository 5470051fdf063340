# Sourced by ./glia, bin/glia and .ci/format: sets JAVA to the java of a JDK that is new enough, and
# JAVA_VERSION to its version.
# Versions are read from each JDK's "release" file, as starting a JVM to ask would cost 50 ms each.

GLIA_JAVA_WANTED=25

# True if $1 is the home of a JDK that is new enough.
is_new_jdk() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  while IFS='="' read -r key _ JAVA_VERSION _; do
    if [ "$key" = JAVA_VERSION ]; then
      major=${JAVA_VERSION%%[!0-9]*}
      [ "${major:-0}" -ge "$GLIA_JAVA_WANTED" ]
      return
    fi
  done < "$1/release"
  return 1
}

# The home of the java on the PATH: links are followed, as /usr/bin/java is one.
java_home_on_path() {
  java_link=$(command -v java) || return 1
  while [ -L "$java_link" ]; do
    java_target=$(readlink "$java_link")
    case $java_target in
      /*) java_link=$java_target ;;
      *) java_link=${java_link%/*}/$java_target ;;
    esac
  done
  java_home=${java_link%/bin/java}
  [ "$java_home" != "$java_link" ] && printf '%s\n' "$java_home"
}

# Order: what the user says for Glia, for Java in general, what the PATH has, what is installed.
find_java() {
  if [ -n "${GLIA_JAVA_HOME:-}" ]; then
    if is_new_jdk "$GLIA_JAVA_HOME"; then
      JAVA=$GLIA_JAVA_HOME/bin/java
      return 0
    fi
    echo "glia: GLIA_JAVA_HOME ($GLIA_JAVA_HOME) is not a JDK $GLIA_JAVA_WANTED or newer." >&2
    return 2
  fi
  if [ -n "${JAVA_HOME:-}" ] && is_new_jdk "$JAVA_HOME"; then
    JAVA=$JAVA_HOME/bin/java
    return 0
  fi
  if java_home=$(java_home_on_path) && is_new_jdk "$java_home"; then
    JAVA=$java_home/bin/java
    return 0
  fi
  for java_home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
      "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if is_new_jdk "$java_home"; then
      JAVA=$java_home/bin/java
      return 0
    fi
  done
  if [ -x /usr/libexec/java_home ] \
      && java_home=$(/usr/libexec/java_home -v "$GLIA_JAVA_WANTED+" 2>/dev/null) \
      && is_new_jdk "$java_home"; then
    JAVA=$java_home/bin/java
    return 0
  fi
  echo "glia: needs a JDK $GLIA_JAVA_WANTED or newer, and found none." \
    "Install one, or set GLIA_JAVA_HOME to its folder." >&2
  return 2
}
