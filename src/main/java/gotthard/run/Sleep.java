package gotthard.run;

import java.time.Duration;

/// How a thread lets time pass.
interface Sleep {
    Sleep REAL = Thread::sleep;

    void sleep(Duration time) throws InterruptedException;
}
