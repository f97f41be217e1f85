/// Hosts that are reached by SSH: connections, commands whose words are never joined to a shell string but in one place, and
/// `ssh.run`. It does not know what other rooms do over its connections.
@NullMarked
package gotthard.ssh;

import org.jspecify.annotations.NullMarked;
