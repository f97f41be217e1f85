package gotthard.objects;

import gotthard.action.Access;
import gotthard.action.Access.Phase;
import gotthard.inventory.Selection;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The actions of S3 that copying needs, each for exactly the names that it touches.
final class Rights {
    static final String LISTING = "s3:ListBucket";
    static final String VERSIONING = "s3:GetBucketVersioning";

    private static final Set<Phase> CHANGING = Set.of(Phase.APPLY, Phase.ROLLBACK);

    private Rights() {}

    static Set<Access> copying(List<CellShelves> cells, CopyKind.Versions versions) {
        Set<Access> access = copying(cells);
        if (versions == CopyKind.Versions.ALL) {
            for (CellShelves cell : cells) {
                access.add(bucket(cell.from(), VERSIONING, Phase.ALL));
                access.add(bucket(cell.from(), "s3:ListBucketVersions", Phase.ALL));
                for (Shelf shelf : List.of(cell.from(), cell.to())) {
                    for (String action :
                            List.of("s3:GetObjectVersion", "s3:GetObjectVersionTagging")) {
                        access.add(names(shelf, action, shelf.prefix(), Phase.ALL));
                    }
                }
            }
        }
        return access;
    }

    static Set<Access> copying(List<CellShelves> cells) {
        var access = new HashSet<Access>();
        for (CellShelves cell : cells) {
            reading(cell.from(), access);
            if (cell.selection() instanceof Selection.Listed(var list)) {
                access.add(
                        new Access.Objects(
                                cell.from().server(),
                                "s3:GetObject",
                                cell.from().bucket() + "/" + list,
                                Phase.ALL));
            }
            reading(cell.to(), access);
            writing(cell.to(), cell.to().prefix(), access);
            writing(cell.to(), Mark.START, access);
            access.add(names(cell.to(), "s3:GetObject", Mark.START, Phase.ALL));
            access.add(
                    names(cell.to(), "s3:ListMultipartUploadParts", cell.to().prefix(), CHANGING));
            access.add(bucket(cell.to(), VERSIONING, Phase.ALL));
            access.add(bucket(cell.to(), "s3:ListBucketVersions", Phase.ALL));
            access.add(names(cell.to(), "s3:GetObjectVersion", cell.to().prefix(), CHANGING));
        }
        return access;
    }

    static void reading(Shelf shelf, Set<Access> access) {
        access.add(bucket(shelf, LISTING, Phase.ALL));
        access.add(names(shelf, "s3:GetObject", shelf.prefix(), Phase.ALL));
        access.add(names(shelf, "s3:GetObjectTagging", shelf.prefix(), Phase.ALL));
    }

    private static void writing(Shelf shelf, String prefix, Set<Access> access) {
        for (String action :
                List.of(
                        "s3:PutObject",
                        "s3:PutObjectTagging",
                        "s3:AbortMultipartUpload",
                        "s3:DeleteObject",
                        "s3:DeleteObjectVersion")) {
            access.add(names(shelf, action, prefix, CHANGING));
        }
    }

    static Access bucket(Shelf shelf, String action, Set<Phase> phases) {
        return new Access.Objects(shelf.server(), action, shelf.bucket(), phases);
    }

    static Access names(Shelf shelf, String action, String prefix, Set<Phase> phases) {
        return new Access.Objects(
                shelf.server(), action, shelf.bucket() + "/" + prefix + "*", phases);
    }
}
