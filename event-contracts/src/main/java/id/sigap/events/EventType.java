package id.sigap.events;

import id.sigap.events.confirmation.ConfirmationEvent;
import id.sigap.events.operator.OperatorMessage;
import id.sigap.events.platform.PlatformEvent;
import id.sigap.events.report.ReportEvent;
import id.sigap.events.sla.SlaEvent;
import id.sigap.events.ticket.TicketEvent;
import id.sigap.events.verification.VerificationEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name of an event on the wire, such as {@code id.sigap.ticket.block-requested.v1}, and the record it names.
 *
 * @param name the CloudEvents {@code type}
 * @param record the class of its payload
 */
public record EventType(String name, Class<? extends Event> record) {

    private static final List<Class<? extends Event>> FAMILIES = List.of(
            ReportEvent.class,
            VerificationEvent.class,
            TicketEvent.class,
            ConfirmationEvent.class,
            SlaEvent.class,
            OperatorMessage.class,
            PlatformEvent.class);

    private static final List<EventType> ALL =
            FAMILIES.stream().flatMap(EventType::membersOf).toList();
    private static final Map<String, EventType> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));
    private static final Map<Class<?>, EventType> BY_RECORD =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::record, Function.identity()));

    /** Every event there is. */
    public static List<EventType> all() {
        return ALL;
    }

    /** The type of that name; empty for one this release doesn't know, which a consumer passes over. */
    public static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static EventType of(Event event) {
        return BY_RECORD.get(event.getClass());
    }

    /** The file name of its schema and its golden example, without the ending: {@code ticket/block-requested.v1}. */
    public String path() {
        return name.substring("id.sigap.".length()).replaceFirst("\\.", "/");
    }

    private static Stream<EventType> membersOf(Class<? extends Event> family) {
        String familyName =
                family.getPackageName().substring(Event.class.getPackageName().length() + 1);
        return records(family)
                .map(record -> new EventType(
                        "id.sigap." + familyName + "." + kebab(record.getSimpleName()) + ".v1",
                        record.asSubclass(Event.class)));
    }

    private static Stream<Class<?>> records(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .flatMap(member -> member.isInterface() ? records(member) : Stream.of(member));
    }

    private static String kebab(String simpleName) {
        return simpleName.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
