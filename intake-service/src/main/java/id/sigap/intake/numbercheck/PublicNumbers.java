package id.sigap.intake.numbercheck;

import id.sigap.events.SuspectNumber;
import id.sigap.events.SuspectNumber.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers that are nobody's own phone. Source of the emergency numbers: the national numbering plan (110 police, 112 all, 113 fire, 115 search
 * and rescue, 117 disasters, 118 and 119 ambulance, 129 disaster posts), and 911 and 999, which people know from abroad and phones connect.
 */
final class PublicNumbers {

    private static final Set<String> EMERGENCY =
            Set.of("110", "112", "113", "115", "117", "118", "119", "129", "911", "999");

    /** Calls that cost the caller nothing, or more than others, and one number for a whole company. */
    private static final Pattern SERVICE = Pattern.compile("\\+62(80[0-9]|1500)[0-9]+");

    /** Empty for a number that may be somebody's. */
    static Optional<Known> of(SuspectNumber number) {
        if (number.kind() == Kind.SHORT_CODE) {
            return Optional.of(EMERGENCY.contains(number.value()) ? Known.EMERGENCY : Known.SERVICE);
        }
        return Optional.of(Known.SERVICE)
                .filter(_ -> number.kind() == Kind.DOMESTIC_LANDLINE
                        && SERVICE.matcher(number.value()).matches());
    }

    private PublicNumbers() {}
}
