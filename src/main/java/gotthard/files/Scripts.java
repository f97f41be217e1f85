package gotthard.files;

/// The scripts that hosts run: constants, for any POSIX shell, with the tools of GNU, busybox or BSD. What varies comes as `$1`, `$2`
/// or on the input, where names are separated by NUL and start with `./`. Each says first where its own standard error begins, since
/// a `~/.bashrc` may have complained before.
final class Scripts {
    /// The exit code for a folder or file that is not there.
    static final int NOT_THERE = 66;

    /// The exit code for something else where a folder should be.
    static final int NO_FOLDER = 67;

    /// The exit code for a folder that must not be entered.
    static final int NOT_ENTERED = 77;

    /// The exit code where another attempt has prepared the stage since.
    static final int PREPARED_AGAIN = 120;

    /// The exit code where another coordinator has gone on under this key.
    static final int OVERTAKEN = 121;

    /// The exit code for names that the tools of this host can't list.
    static final int UNLISTABLE = 65;

    /// Writes the fence `$1` into the file `$2`, unless a higher one is there.
    static final String CLAIM =
            """
            printf '\\036' >&2
            export LC_ALL=C
            there=0
            [ ! -e "$2" ] || read -r there <"$2"
            [ "${there:-0}" -le "$1" ] || exit 121
            [ "$there" != "$1" ] || exit 0
            [ -d "${2%/*}" ] || mkdir -p "${2%/*}" || exit 1
            printf '%s\\n' "$1" >"$2"
            """;

    /// Stands in front of what changes something at a target: goes on only if the fence `$1` is the one in the file `$2`, and takes
    /// both away. Where the file is gone, the other has undone all of it.
    static final String FENCED =
            """
            fence=$1 fences=$2 there=
            shift 2
            [ ! -e "$fences" ] || read -r there <"$fences"
            [ "$there" = "$fence" ] || exit 121
            """;

    static final String ENTER =
            """
            printf '\\036' >&2
            export LC_ALL=C
            [ -d "$1" ] || { [ -e "$1" ] && exit 67; exit 66; }
            cd "$1" 2>/dev/null || exit 77
            """;

    /// Lists the folder `$1` as [gotthard.transfer.Listing] reads it, without what Gotthard itself keeps there. The exit code is that of
    /// `find`, also where its output goes through `tr`: a part that can't be read must not look like one that is empty.
    static final String LIST =
            ENTER
                    + """
                    if find . -prune -printf '' 2>/dev/null; then
                        exec find . -name '.gotthard-*' -prune \\
                            -o -type f -printf 'f %s %m %T@ %p\\0\\0' \\
                            -o -type d -printf 'd 0 %m 0 %p\\0\\0' \\
                            -o -type l -printf 'l 0 0 0 %p\\0%l\\0' \\
                            -o -printf 'o 0 0 0 %p\\0\\0'
                    fi
                    line='
                    '
                    [ -z "$(find . -name "*$line*" -print)" ] || exit 65
                    if stat -c %s . >/dev/null 2>&1; then
                        how=-c format="%s %a %Y %n$line"
                    else
                        how=-f format="%z %Lp %m %N$line"
                    fi
                    list() {
                        find . -name '.gotthard-*' -prune -o -type f -exec stat "$how" "f $format" {} + &&
                            find . -name '.gotthard-*' -prune -o -type d -exec stat "$how" "d $format" {} + &&
                            find . -name '.gotthard-*' -prune -o -type l -exec sh -c '
                                for link do printf "l 0 0 0 %s\\n%s\\n" "$link" "$(readlink "$link")"; done' sh {} + &&
                            find . -name '.gotthard-*' -prune -o ! -type f ! -type d ! -type l -exec sh -c '
                                for other do printf "o 0 0 0 %s\\n\\n" "$other"; done' sh {} +
                    }
                    { ended=$({ { list; echo $? >&4; } | tr '\\n' '\\0' >&3; } 4>&1); } 3>&1
                    exit "$ended"
                    """;

    /// Prints the SHA-256 of the files in folder `$1` that the input names.
    static final String DIGEST =
            ENTER
                    + """
                    if command -v sha256sum >/dev/null 2>&1; then
                        exec xargs -0 sha256sum
                    fi
                    exec xargs -0 shasum -a 256
                    """;

    /// Archives the files and links in folder `$1` that the input names.
    static final String SEND =
            ENTER
                    + """
                    export COPYFILE_DISABLE=1
                    if tar --null -cf /dev/null -T /dev/null 2>/dev/null; then
                        exec tar -b 128 --null -cf - -T -
                    fi
                    tr '\\0' '\\n' | tar -cf - -T -
                    """;

    /// Unpacks an archive into folder `$1`, with modes and times, not with owners, if it is still the one that the attempt `$2` has
    /// prepared: it may begin late, after its connection was cut.
    static final String RECEIVE =
            ENTER
                    + """
                    [ "$(cat .gotthard-turn 2>/dev/null)" = "$2" ] || exit 120
                    exec tar -xpof -
                    """;

    /// Makes the folders `$1` and `$2` and, in `$2`, those that the input names, and prints a name for this attempt, which stands in `$2`,
    /// too. What an earlier attempt left in `$2` moves to a new folder of that name: an unpacker that outlived its connection stands in
    /// the old one, which is gone then, and reaches nothing that is read back or has its final name.
    static final String PREPARE =
            """
            printf '\\036' >&2
            export LC_ALL=C
            if [ -d "$2" ]; then
                mkdir -p "$2.next" || exit
                find "$2/." ! -name . -prune -exec sh -c '
                    to=$1
                    shift
                    exec mv -n "$@" "$to/"' sh "$2.next" {} +
                for attempt in 1 2 3; do
                    rm -rf "$2" 2>/dev/null && break
                done
                [ ! -e "$2" ] || exit 1
            fi
            turn="$$-$(date +%s)"
            mkdir -p "$1" "$2.next" && printf '%s' "$turn" >"$2.next/.gotthard-turn" &&
                mv "$2.next" "$2" && cd "$2" && printf '%s' "$turn" && exec xargs -0 mkdir -p .
            """;

    /// Writes the input to the file `$1`, whole or not at all: it must be `$2` bytes, because it also ends where the connection breaks.
    static final String KEEP =
            """
            printf '\\036' >&2
            export LC_ALL=C
            cat >"$1.new" && [ "$(wc -c <"$1.new")" -eq "$2" ] || exit 1
            { sync "$1.new" 2>/dev/null || sync; } && mv -f "$1.new" "$1"
            """;

    /// Prints the file `$1`.
    static final String SHOW =
            """
            printf '\\036' >&2
            export LC_ALL=C
            [ -e "$1" ] || exit 66
            exec cat "$1"
            """;

    /// Makes what is in folder `$1` durable.
    static final String FLUSH = ENTER + "sync -f . 2>/dev/null || sync\n";

    /// Moves all below folder `$1` to the same places below folder `$2`, and never over anything: whole folders where there is
    /// none yet, otherwise file by file. Prints what it could not move, and leaves no empty folder: whoever dies after this has
    /// nothing left to do.
    static final String PLACE =
            ENTER
                    + """
                    rm -f .gotthard-turn
                    cd / || exit 77
                    stage=$1 final=$2
                    place() {
                        if [ ! -e "$final$1" ] && [ ! -L "$final$1" ]; then
                            mv "$stage$1" "$final$1"
                            return
                        fi
                        [ -d "$final$1" ] || return
                        find "$stage$1/." ! -name . -prune ! -type d -exec sh -c '
                            to=$1
                            shift
                            exec mv -n "$@" "$to/"' sh "$final$1" {} +
                        for inner in "$stage$1"/*/ "$stage$1"/.[!.]*/ "$stage$1"/..?*/; do
                            inner=${inner%/}
                            if [ -d "$inner" ] && [ ! -L "$inner" ]; then
                                place "${inner#"$stage"}"
                            fi
                        done
                    }
                    place ""
                    [ -d "$stage" ] || exit 0
                    find "$stage" ! -type d -print || exit
                    find "$stage" -depth -type d -exec rmdir {} + 2>/dev/null
                    :
                    """;

    /// Gives the folders below `$1` that the input names the mode `$2`.
    static final String MODE = ENTER + "exec xargs -0 chmod \"$2\"\n";

    /// Removes the files and links in folder `$1` that the input names.
    static final String REMOVE = ENTER + "exec xargs -0 rm -f\n";

    /// Removes the folders below `$1` that the input names, inner ones first, as far as they are empty and the rights suffice.
    static final String TIDY = ENTER + "xargs -0 rmdir 2>/dev/null\n:\n";

    /// Removes the folders below `$1` that the input names, inner ones first, as far as they are empty. Fails where it names none, or where
    /// one that is empty stays.
    static final String REMOVE_EMPTY =
            ENTER
                    + """
                    exec xargs -0 sh -c '
                        [ "$#" -gt 0 ] || { echo "no folder was named" >&2; exit 1; }
                        rmdir "$@" 2>/dev/null
                        for folder do
                            [ ! -d "$folder" ] || [ -n "$(ls -A "$folder")" ] || rmdir "$folder" || exit 1
                        done' sh
                    """;

    /// Removes the folder `$1` with all that is in it, and the folder around it if that is empty then.
    static final String FORGET =
            """
            printf '\\036' >&2
            export LC_ALL=C
            [ ! -e "$1" ] || chmod -R u+rwX "$1"
            rm -rf "$1" && { rmdir "${1%/*}" 2>/dev/null; :; }
            """;

    /// Removes the folder `$1` as [#FORGET] does, and then the folder `$2` if it is empty, and the one around it, `$3` levels in all.
    static final String WITHDRAW =
            FORGET
                    + """
                    at=$2 left=$3
                    while [ "$left" -gt 0 ] && { [ ! -e "$at" ] || rmdir "$at" 2>/dev/null; }; do
                        at=${at%/*} left=$((left - 1))
                    done
                    """;

    /// Prints the folder `$1`, or the lowest one around it that is there, if it is one of `$2` levels and empty.
    static final String EMPTY_LEVEL =
            """
            printf '\\036' >&2
            export LC_ALL=C
            at=$1 left=$2
            while [ "$left" -gt 0 ] && [ ! -e "$at" ]; do
                at=${at%/*} left=$((left - 1))
            done
            [ "$left" -eq 0 ] || [ ! -d "$at" ] || [ -n "$(ls -A "$at")" ] || echo "$at"
            """;

    /// Prints how many levels of the folder `$1` are not there.
    static final String COUNT_LEVELS =
            """
            at=$1 count=0
            while [ -n "$at" ] && [ ! -e "$at" ]; do
                at=${at%/*} count=$((count + 1))
            done
            echo "$count"
            """;

    /// Prints how many KiB are free where the folder `$1` is or will be.
    static final String FREE =
            """
            printf '\\036' >&2
            export LC_ALL=C
            at=$1
            while [ -n "$at" ] && [ ! -d "$at" ]; do
                at=${at%/*}
            done
            df -Pk "${at:-/}" | awk 'END { print $(NF - 2) }'
            """;

    /// Prints the seconds since 1970 by the clock of the host.
    static final String CLOCK = "printf '\\036' >&2\nexec date +%s\n";

    private Scripts() {}
}
