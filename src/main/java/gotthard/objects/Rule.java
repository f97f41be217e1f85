package gotthard.objects;

import gotthard.action.Difference;
import gotthard.action.Unreachable;
import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Entry;

import java.io.IOException;

/// Says what becomes of objects that the step at work has made already.
sealed interface Rule permits Rule.OneCopy, PassRule {
    /// Whether nothing needs to be asked of an object that both sides list.
    boolean isSettled(Entry wanted, Entry found);

    /// What becomes of one that this step has made.
    Judgement judge(Entry wanted, Head there) throws Unreachable, InterruptedException;

    /// Carries an object over.
    ///
    /// @return false when it changed meanwhile and is left for the next pass
    boolean carries(Entry wanted, Hands.Task carrying)
            throws IOException, Refused, Unreachable, InterruptedException;

    /// What is to be done.
    sealed interface Judgement {
        /// Nothing: it is as it was made.
        record Same() implements Judgement {}

        /// The source has another; it is brought.
        record Changed() implements Judgement {}

        /// The source has another, and must not.
        record Altered(Difference difference) implements Judgement {}
    }

    /// Of one copy: what has the size of its source is as it was made.
    record OneCopy() implements Rule {
        @Override
        public boolean isSettled(Entry wanted, Entry found) {
            return false;
        }

        @Override
        public Judgement judge(Entry wanted, Head there) {
            return there.size() == Side.size(wanted)
                    ? new Judgement.Same()
                    : new Judgement.Changed();
        }

        @Override
        public boolean carries(Entry wanted, Hands.Task carrying)
                throws IOException, Refused, Unreachable, InterruptedException {
            carrying.run();
            return true;
        }
    }
}
