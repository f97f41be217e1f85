package gotthard.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;

import org.slf4j.Logger;

/// Says what is logged: nothing unless asked for, so that the standard error stays for messages. In code, because reading it from XML
/// takes as long as all else that a short verb does.
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class Logging extends ContextAwareBase implements Configurator {
    private static final String DEBUG = "gotthard.log";
    private static final String FILE = "logback.configurationFile";
    private static final String PATTERN = "%d{HH:mm:ss.SSS} %-5level %logger{0} %msg %kvp%n";

    /// Lets the first logger that is made write to the standard error what Gotthard does, and what others warn of.
    static void debug() {
        System.setProperty(DEBUG, "debug");
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
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(loggers);
        encoder.setPattern(PATTERN);
        encoder.start();
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(loggers);
        appender.setName("error");
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
