/// A second explorer, written from the description of the model alone: the whole model at once, unreduced, states as plain records. It
/// shares no code with the first; what both say of seeded random models, and of sound ones with one thing broken, is compared.
@NullMarked
package gotthard.proof.reference;

import org.jspecify.annotations.NullMarked;
