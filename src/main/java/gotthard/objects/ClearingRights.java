package gotthard.objects;

import gotthard.action.Access;
import gotthard.action.Access.Phase;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The actions of S3 that reading and deleting the objects of a folder needs.
final class ClearingRights {
    private ClearingRights() {}

    static Set<Access> reading(Shelf shelf) {
        var access = new HashSet<Access>();
        Rights.reading(shelf, access);
        return access;
    }

    static Set<Access> clearing(Shelf shelf, boolean versions) {
        Set<Access> access = reading(shelf);
        Set<Phase> applying = Set.of(Phase.APPLY);
        access.add(Rights.names(shelf, "s3:DeleteObject", shelf.prefix(), applying));
        access.add(Rights.names(shelf, "s3:DeleteObject", Mark.START, applying));
        access.add(Rights.names(shelf, "s3:DeleteObjectVersion", Mark.START, applying));
        if (versions) {
            access.add(Rights.names(shelf, "s3:DeleteObjectVersion", shelf.prefix(), applying));
        }
        access.add(Rights.names(shelf, "s3:PutObject", Mark.START, applying));
        access.add(Rights.names(shelf, "s3:GetObject", Mark.START, Phase.ALL));
        for (String action :
                List.of(
                        Rights.VERSIONING,
                        "s3:ListBucketVersions",
                        "s3:ListBucketMultipartUploads")) {
            access.add(Rights.bucket(shelf, action, Phase.ALL));
        }
        return access;
    }
}
