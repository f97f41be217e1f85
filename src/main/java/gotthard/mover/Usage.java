package gotthard.mover;

/// What `--help` shows.
final class Usage {
    static final String TEXT =
            """
            gotthard-mover ROLE --root FOLDER --key KEY [OPTION VALUE]...

            ROLE  receive | send | compare-receive | compare-send | withdraw | tell | decide | cover | clear
              --root FOLDER          of the tree
              --key KEY              of the step: letters, digits, - and _
              --shard I/N            which part of the tree, from 0/N (0/1; or JOB_COMPLETION_INDEX and --shards)
              --shards N             of how many parts
              --list FILE            at the source, of paths, one a line: only these are meant, and all must be there; where it is cleared, some may be gone
              --folder WHOSE         the tree at the target: its own, or shared, where all else is others', or merged at both ends:
                                     what is there stays as it is, and a source may not be there yet (own)
              --listen PORT          where a receiver takes lines (7443)
              --connect HOST:PORT,…  where a sender finds its receiver, one for each shard
              --lines N              lines with data (4)
              --tls FOLDER           own.key, own.crt, peer.crt and token (/run/gotthard/tls)
              --control PORT         the HTTP face (7480)
              --rate BYTES           a second, at the beginning; none, or 0 to begin paused (none)
              --reading WHEN         content is checked as-it-arrived, or also read back (as-it-arrived)
              --owners WHOSE         kept as at the source, or the receiver's own (kept)
              --standing WHAT        files with other content: stays, own-replaced where this key has placed it, or replaced (stays)
              --level LEVEL          a comparison reads full content, a sample of one file in a hundred, or none:
                                     common is what both have, and what only the source has is late;
                                     recorded trusts what was recorded as it was placed, count is names and sizes (full)
              --as-of SECONDS        since 1970: what was written at the source since is late, and no difference
              --removes WHAT         a withdrawal removes all that was placed, and one that clears what was decided; the books of it alone; or nothing (all)
              --round ID             one that decides, or clears, does it for this attempt: a-z, 0-9; without it nothing is decided
              --covering N           which of the covering sites one that decides asks, from 0; how many have to have been asked, for one that clears
              --spared FILES         lists, one a line, of paths in this folder that stay where it is cleared
              --stays NAMES          one a line: files that stay where it is cleared, and folders with all below them
              --young SECONDS        one that tells counts what lies there, and of that what was written within so long
              --probe SECONDS        one that tells sees whether a file like those that scanners quarantine stays for so long
              --patience SECONDS     for a peer that is not there (300)
              --report FILE          (/dev/termination-log)
            """;

    private Usage() {}
}
