package gotthard.files;

/// The scripts that hosts run where files are deleted; as [Scripts].
final class ClearingScripts {
    /// `stand FILE` prints what tells whether a file is still the same: kind, size, inode and time of its content, as exactly as the host
    /// has it. Nothing where it is not there.
    private static final String STAND =
            """
            if find . -prune -printf '' 2>/dev/null; then
                stand() { find "$1" -prune -printf '%y %s %i %T@' 2>/dev/null; }
            elif stat -c %s . >/dev/null 2>&1; then
                stand() { stat -c '%F %s %i %y' "$1" 2>/dev/null; }
            else
                stand() { stat -f '%HT %z %i %Fm' "$1" 2>/dev/null; }
            fi
            """;

    /// For each name of the input that is there: names of its content, NUL, as `stand` prints it, NUL, its name, NUL.
    static final String STANDS =
            Scripts.ENTER
                    + """
                    if find . -prune -printf '' 2>/dev/null; then
                        xargs -0 sh -c 'find "$@" -prune -printf "%n\\0%y %s %i %T@\\0%p\\0" 2>/dev/null; :' sh
                        exit
                    fi
                    exec xargs -0 sh -c '
                    """
                    + STAND.replace("'", "\"")
                    + """
                    for file do
                        now=$(stand "$file")
                        [ -n "$now" ] || continue
                        names=$(stat -c %h "$file" 2>/dev/null || stat -f %l "$file")
                        printf "%s\\0%s\\0%s\\0" "$names" "$now" "$file"
                    done' sh
                    """;

    /// Removes the files of the input (a number, as it stood, its name, each with a NUL), as far as they still stand so, and prints the
    /// numbers of the others.
    static final String DELETE =
            Scripts.ENTER
                    + "exec xargs -0 -n 300 sh -c '\n"
                    + STAND.replace("'", "\"")
                    + """
                    while [ $# -gt 2 ]; do
                        now=$(stand "$3")
                        if [ "$now" = "$2" ]; then
                            rm -f -- "$3" || exit 1
                        elif [ -n "$now" ]; then
                            echo "$1"
                        fi
                        shift 3
                    done' sh
                    """;

    /// Prints the folder `$1` without links on the way.
    static final String REAL = Scripts.ENTER + "pwd -P\n";

    /// Prints a line for each snapshot of the file system that can be seen from the folder `$1`, one for a file system that may have
    /// some which can't, and one for what each run keeps in the folder or beside it, but for what has `$2` in its name.
    static final String SNAPSHOTS =
            Scripts.ENTER
                    + """
                    at=$(pwd -P)
                    {
                        find . -name '.gotthard-*' -prune -print
                        find .. ! -name .. -prune -name '.gotthard-*' -print
                    } | while read -r kept; do
                        case $kept in
                        *"$2"*) ;;
                        *) echo "kept by another run, until gotthard collect: $at/$kept" ;;
                        esac
                    done
                    while :; do
                        for some in "$at/.zfs/snapshot" "$at/.snapshot" "$at/.snapshots"; do
                            for one in "$some"/*; do
                                [ ! -e "$one" ] || echo "snapshot $one"
                            done
                        done
                        [ -n "$at" ] && [ "$at" != / ] || break
                        at=${at%/*}
                    done
                    case $(stat -f -c %T . 2>/dev/null) in
                    btrfs) echo "the file system is btrfs; who may list its snapshots sees them by: btrfs subvolume list -s $1" ;;
                    esac
                    """;

    private ClearingScripts() {}
}
