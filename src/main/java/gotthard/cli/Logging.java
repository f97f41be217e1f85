package gotthard.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;

import org.slf4j.Logger;

/// Says what is logged: nothing unless asked for, so that the standard error stays for messages. In code, because reading it from XML
/// takes as long as all else that a short verb does.
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class Logging extends ContextAwareBase implements Configurator {
    private static final String DEBUG = "gotthard.log";
    private static final String FORMAT = "gotthard.log.format";
    private static final String JSON = "json";
    private static final String FILE = "logback.configurationFile";
    private static final String PATTERN = "%d{HH:mm:ss.SSS} %-5level %logger{0} %msg %kvp%n";

    /// Lets the first logger that is made write to the standard error what Gotthard does, and what others warn of.
    ///
    /// @param isJson one JSON object for each event, as Logback's `JsonEncoder` writes it
    static void debug(boolean isJson) {
        System.setProperty(DEBUG, "debug");
        if (isJson) {
            System.setProperty(FORMAT, JSON);
        }
    }

    @Override
    public ExecutionStatus configure(LoggerContext loggers) {
        if (System.getProperty(FILE) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        var root = loggers.getLogger(Logger.ROOT_LOGGER_NAME);
        if (System.getProperty(DEBUG) == null) {
            root.setLevel(Level.OFF);
            return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
        }
        root.setLevel(Level.WARN);
        root.addAppender(toError(loggers));
        loggers.getLogger("gotthard").setLevel(Level.DEBUG);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static ConsoleAppender<ILoggingEvent> toError(LoggerContext loggers) {
        Encoder<ILoggingEvent> encoder =
                JSON.equals(System.getProperty(FORMAT)) ? new JsonEncoder() : inWords();
        encoder.setContext(loggers);
        encoder.start();
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(loggers);
        appender.setName("error");
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }

    private static Encoder<ILoggingEvent> inWords() {
        var encoder = new PatternLayoutEncoder();
        encoder.setPattern(PATTERN);
        return encoder;
    }
}
