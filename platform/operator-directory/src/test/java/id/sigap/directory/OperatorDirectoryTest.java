package id.sigap.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToCarrierMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class OperatorDirectoryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 17);
    private static final OperatorDirectory DIRECTORY =
            new OperatorDirectory(DirectoryFiles.operators(), DirectoryFiles.allocations());

    /** What the mapper calls the brands that the directory calls otherwise. */
    private static final Map<String, String> MAPPER_SAYS =
            Map.of("Tri", "Indosat Ooredoo Hutchison", "Indosat", "Indosat Ooredoo Hutchison", "by.U", "Telkomsel");

    static Stream<Allocation> allocationsInForce() {
        return DIRECTORY.inForceOn(TODAY).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allocationsInForce")
    void everyAllocation_isWhatLibphonenumberSays(Allocation allocation) throws NumberParseException {
        // Given
        var number = PhoneNumberUtil.getInstance()
                .parse(
                        "+62" + allocation.prefix()
                                + "0".repeat(10 - allocation.prefix().length()),
                        "ID");
        // When
        String carrier = PhoneNumberToCarrierMapper.getInstance().getNameForValidNumber(number, Locale.ENGLISH);
        // Then
        assertThat(carrier).isEqualTo(MAPPER_SAYS.getOrDefault(allocation.brand(), allocation.brand()));
    }

    @Test
    void everyRangeLibphonenumberKnows_isAllocated() {
        // Given
        var mapper = PhoneNumberToCarrierMapper.getInstance();
        // When
        var missing = IntStream.range(810, 900)
                .mapToObj(prefix -> "+62" + prefix + "0000000")
                .filter(number -> !carrierOf(mapper, number).isEmpty())
                .filter(number ->
                        DIRECTORY.operatorOf(new Msisdn(number), TODAY).isEmpty());
        // Then
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+628200000000", "+628840000000", "+628850000000", "+628860000000", "+628900000000"})
    void rangesGivenToNobody_haveNoOperator(String number) {
        assertThat(DIRECTORY.operatorOf(new Msisdn(number), TODAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"+628515500000,by.U", "+628515400000,Telkomsel", "+628515900000,Telkomsel", "+628510000000,Telkomsel"})
    void theLongestPrefix_wins(String number, String brand) {
        assertThat(DIRECTORY.allocationOf(new Msisdn(number), TODAY))
                .map(Allocation::brand)
                .contains(brand);
    }

    @ParameterizedTest
    @CsvSource({
        "+628170000000,2025-04-15,XL",
        "+628170000000,2025-04-16,XLSMART",
        "+628810000000,2025-04-15,SMARTFREN",
        "+628810000000,2025-04-16,XLSMART",
        "+628950000000,2022-01-03,TRI",
        "+628950000000,2022-01-04,INDOSAT"
    })
    void mergers_countFromTheirDay(String number, LocalDate day, String operator) {
        assertThat(DIRECTORY.operatorOf(new Msisdn(number), day)).contains(new OperatorCode(operator));
    }

    @Test
    void operatorsOfThePast_cannotBeAsked() {
        assertThat(DIRECTORY.canBeAsked(new OperatorCode("SMARTFREN"), TODAY)).isFalse();
        assertThat(DIRECTORY.canBeAsked(new OperatorCode("XLSMART"), TODAY)).isTrue();
    }

    @Test
    void twoOperatorsOfOnePrefix_onTheSameDay_areRefused() {
        // Given
        var operators = List.of(new Operator(new OperatorCode("AA"), "A"), new Operator(new OperatorCode("BB"), "B"));
        var first = new Allocation("811", "A", new OperatorCode("AA"), Optional.empty(), Optional.of(TODAY));
        var second =
                new Allocation("811", "B", new OperatorCode("BB"), Optional.of(TODAY.minusDays(1)), Optional.empty());
        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OperatorDirectory(operators, List.of(first, second)))
                .withMessageContaining("811");
    }

    /** That these are all, the rights on Kafka hold: KafkaRightsTest. */
    @ParameterizedTest
    @ValueSource(
            strings = {"ADMIN", "ANONYMOUS", "INTAKE", "NOTIFIER", "OPERATOR", "SIGAP", "SLA", "TICKET", "VERIFICATION"
            })
    void nameOfOurs_isNoOperators(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Operator(new OperatorCode(code), "PT Contoh"))
                .withMessageStartingWith(code + " can't be an operator's code");
    }

    private static String carrierOf(PhoneNumberToCarrierMapper mapper, String number) {
        try {
            return mapper.getNameForNumber(PhoneNumberUtil.getInstance().parse(number, "ID"), Locale.ENGLISH);
        } catch (NumberParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
