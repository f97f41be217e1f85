package gotthard.migration;

import static org.assertj.core.api.Assertions.assertThat;

/// A command of the tool that has ended.
///
/// @param command as it was typed
record Ran(String command, int exit, String out, String err) {
    Ran ended(int wanted) {
        assertThat(exit).as("%s", this).isEqualTo(wanted);
        return this;
    }

    @Override
    public String toString() {
        return "$ gotthard " + command + "\n" + out + err + "exit " + exit + "\n";
    }
}
