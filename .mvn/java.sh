# Finds a Java 25, for the launcher and for the Maven wrapper, which both read this file.
# It sets java_home and java_version.
# shellcheck shell=sh disable=SC2034

WANTED=25

# Sets `version` to the full version of the Java home $1, or to nothing.
read_version() {
    version=
    [ -x "$1/bin/java" ] || return 0
    if [ -r "$1/release" ]; then
        while IFS='=' read -r name value; do
            if [ "$name" = JAVA_VERSION ]; then
                value=${value#\"}
                version=${value%%\"*}
                return 0
            fi
        done < "$1/release"
    fi
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
}

# Takes the Java home $1 when it is new enough. With "jdk" as $2 it must have a compiler, too.
take() {
    read_version "$1"
    major=${version%%[!0-9]*}
    [ -n "$major" ] && [ "$major" -ge "$WANTED" ] || return 1
    [ "${2-}" != jdk ] || [ -x "$1/bin/javac" ] || return 1
    java_home=$1
    java_version=$version
}

# The Java home to which a `java` on the PATH belongs, through its symbolic links.
home_on_path() {
    found=$(command -v java) || return 0
    while [ -L "$found" ]; do
        link=$(readlink "$found")
        case $link in
            /*) found=$link ;;
            *) found=$(dirname "$found")/$link ;;
        esac
    done
    dirname "$(dirname "$found")"
}

find_java() {
    if [ -n "${GOTTHARD_JAVA-}" ]; then
        take "$GOTTHARD_JAVA" "${1-}" && return 0
        echo "GOTTHARD_JAVA is $GOTTHARD_JAVA, but no ${1:-Java} $WANTED or later is there; looking elsewhere" >&2
    fi
    if [ -n "${JAVA_HOME-}" ] && take "$JAVA_HOME" "${1-}"; then return 0; fi
    on_path=$(home_on_path)
    if [ -n "$on_path" ] && take "$on_path" "${1-}"; then return 0; fi
    for candidate in \
        /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "${HOME-}"/.jdks/* "${HOME-}"/.jdks/*/Contents/Home \
        "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.asdf/installs/java/* \
        "${HOME-}"/.local/share/mise/installs/java/*; do
        [ -d "$candidate" ] && take "$candidate" "${1-}" && return 0
    done
    return 1
}

no_java() {
    cat >&2 <<EOF
No $1 $WANTED or later was found.
Install one, for instance Eclipse Temurin $WANTED:
  Linux    sdk install java $WANTED-tem     (SDKMAN, https://sdkman.io)
  macOS    brew install --cask temurin@$WANTED
  both     https://adoptium.net/temurin/releases/?version=$WANTED
It is looked for in GOTTHARD_JAVA, JAVA_HOME, the PATH, /usr/lib/jvm,
/Library/Java/JavaVirtualMachines, ~/.jdks and ~/.sdkman; when it is
elsewhere, set JAVA_HOME to its folder.
EOF
    exit 1
}
