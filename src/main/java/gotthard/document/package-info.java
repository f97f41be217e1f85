/// The envelope that all documents share: `apiVersion`, `kind`, `metadata`, `spec`. It knows no kind
/// of document in particular and opens no file.
@NullMarked
package gotthard.document;

import org.jspecify.annotations.NullMarked;
