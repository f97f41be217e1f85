/// Keys, signed statements and their verification, with what the JDK has: Ed25519, DSSE envelopes around in-toto statements, and
/// signatures of `ssh-keygen -Y sign`; it knows neither runs nor people.
@NullMarked
package gotthard.signing;

import org.jspecify.annotations.NullMarked;
