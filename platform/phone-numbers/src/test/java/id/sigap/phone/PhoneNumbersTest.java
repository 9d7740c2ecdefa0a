package id.sigap.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sigap.events.SuspectNumber;
import id.sigap.events.SuspectNumber.Kind;
import id.sigap.phone.UnreadableNumber.Fault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class PhoneNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+628110000001",
                "08110000001",
                "0811 0000 001",
                "0811-0000-001",
                "0811–0000–001",
                "628110000001",
                "62 811-0000-001",
                "+62 (811) 0000.001",
                "  +62 811 0000 001 ",
                "０８１１００００００１",
                "＋６２８１１００００００１",
                "٠٨١١٠٠٠٠٠٠١",
                "\u200e+628110000001"
            })
    void read_takesEveryWayToTypeAMobileNumber(String asTyped) {
        assertThat(PhoneNumbers.read(asTyped)).isEqualTo(new SuspectNumber(Kind.DOMESTIC_MOBILE, "+628110000001"));
    }

    @ParameterizedTest
    @CsvSource({
        "021-5550000, DOMESTIC_LANDLINE, +62215550000",
        "+62 21 5550000, DOMESTIC_LANDLINE, +62215550000",
        "+1 202 456 1111, FOREIGN, +12024561111",
        "+44 20 7946 0000, FOREIGN, +442079460000",
        "112, SHORT_CODE, 112",
        "99899, SHORT_CODE, 99899"
    })
    void read_tellsOtherKindsApart(String asTyped, Kind kind, String value) {
        assertThat(PhoneNumbers.read(asTyped)).isEqualTo(new SuspectNumber(kind, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "abc",
                "0811ABCD001",
                "1",
                "08",
                "++628110000001x",
                "0811000000100000000000000000000000000000",
                "08110000001; drop table report",
                "<script>0811</script>",
                "0811\u0000000001",
                "😀",
                "+999123456789"
            })
    void read_refusesWhatIsNoNumber_withoutRepeatingIt(String asTyped) {
        assertThatThrownBy(() -> PhoneNumbers.read(asTyped)).isInstanceOf(UnreadableNumber.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0800 1 000000, DOMESTIC_LANDLINE, +628001000000",
        "0809-1-000000, DOMESTIC_LANDLINE, +628091000000",
        "1500000, DOMESTIC_LANDLINE, +621500000",
        "62 21 5550000, DOMESTIC_LANDLINE, +62215550000"
    })
    void numberingPlan_decidesWhatIsAMobile(String asTyped, Kind kind, String value) {
        assertThat(PhoneNumbers.read(asTyped)).isEqualTo(new SuspectNumber(kind, value));
    }

    @ParameterizedTest
    @CsvSource({
        "0840 0000 0001, NO_NUMBER",
        "0086 138 0000 0000, NO_NUMBER",
        "81 90 1000 0000, AMBIGUOUS",
        "852 5100 0000, AMBIGUOUS",
        "110-112, NO_NUMBER",
        "0811-0000-00**, MORE_THAN_ONE_NUMBER",
        "0811-0000-00…, MORE_THAN_ONE_NUMBER",
        "0811-0000-00⁹⁹, MORE_THAN_ONE_NUMBER",
        "0811-0000-00-, MORE_THAN_ONE_NUMBER"
    })
    void whatMayBeAnotherNumber_isNeverGuessed(String asTyped, Fault fault) {
        assertThatExceptionOfType(UnreadableNumber.class)
                .isThrownBy(() -> PhoneNumbers.read(asTyped))
                .returns(fault, UnreadableNumber::fault);
    }

    @ParameterizedTest
    @CsvSource({
        "08110000001, +62 811-0000-001, Telkomsel",
        "0817 0000 0001, +62 817-0000-0001, XL",
        "021-5550000, +62 21 5550000, ''",
        "+1 202 456 1111, +1 202-456-1111, ''",
        "110, 110, ''"
    })
    void shown_isAsPeopleReadIt_withTheBrandOfItsRange(String asTyped, String shown, String brand) {
        SuspectNumber number = PhoneNumbers.read(asTyped);
        assertThat(PhoneNumbers.shown(number)).isEqualTo(shown);
        assertThat(PhoneNumbers.brand(number).orElse("")).isEqualTo(brand);
    }
}
