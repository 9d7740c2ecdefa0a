package id.sigap.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.sigap.phone.UnreadableNumber.Fault;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a report may be about. */
@Tag("quick")
class SuspectTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    BANK-CONTOH,          BANK-CONTOH
                    Bank Contoh,          BANK CONTOH
                    '  bank\u00a0 contoh ', BANK CONTOH
                    ＢＡＮＫ－ＣＯＮＴＯＨ,    BANK-CONTOH
                    'BANK\u200b-CONTOH',  BANK-CONTOH
                    1XCONTOH,             1XCONTOH
                    INFO 123456,          INFO 123456
                    X,                    X
                    Bca/Info,             BCA/INFO
                    halo@bca,             HALO@BCA
                    (Bank),               (BANK)
                    info:bri,             INFO:BRI
                    -Bank,                -BANK
                    24/7 Bank,            24/7 BANK
                    888Bet,               888BET
                    62Bank,               62BANK
                    3XO,                  3XO
                    WA Info,              WA INFO
                    Phone 4U,             PHONE 4U
                    'Ünal Öz',            'ÜNAL ÖZ'
                    'Cafe\u0301',         CAFÉ
                    Citt\u00e0,           CITTà
                    CITT\u00c0,           CITTà
                    """)
    void name_isReadAsPeopleCompareIt(String typed, String name) {
        assertThat(Suspect.read(typed)).isEqualTo(new Suspect(Suspect.Kind.SENDER_NAME, name));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    0811-0000-O42,   MORE_THAN_ONE_NUMBER
                    08one,           NO_NUMBER
                    O811 0O00,       NO_NUMBER
                    BANK-CONTOH-1,   NO_SUSPECT
                    BANK[2],         NO_SUSPECT
                    БАНК,            NO_SUSPECT
                    '...',           NO_SUSPECT
                    0811-0000-042/43, MORE_THAN_ONE_NUMBER
                    (0811) 0000042 CS, MORE_THAN_ONE_NUMBER
                    CS/0811,         NO_NUMBER
                    CS (0811),       NO_NUMBER
                    62811xxxx,       NO_NUMBER
                    811xxxx042,      NO_NUMBER
                    62 811-xxxx,     NO_NUMBER
                    +62 8xx xx42,    NO_NUMBER
                    HP 0811,         NO_NUMBER
                    WA 0811,         NO_NUMBER
                    WA 811xx,        NO_NUMBER
                    WA 110/112,      NO_NUMBER
                    1500xxx,         NO_NUMBER
                    CS/62811,        NO_NUMBER
                    """)
    void slipInANumber_andWhatNoMessageBears_areNoNames(String typed, Fault fault) {
        assertThat(catchThrowableOfType(UnreadableNumber.class, () -> Suspect.read(typed)))
                .extracting(UnreadableNumber::fault)
                .isEqualTo(fault);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "\u3164",
                "bank bank bank bank bank bank bank bank bank bank bank bank bank bank bank bank bank bank bank"
            })
    void nothing_andAStory_areNobody(String typed) {
        assertThat(catchThrowableOfType(UnreadableNumber.class, () -> Suspect.read(typed)))
                .isNotNull();
        assertThat(Suspect.isSenderName(typed)).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "0811 0000 0042, DOMESTIC_MOBILE",
        "WA: 0811 0000 0042, DOMESTIC_MOBILE",
        "98123, SHORT_CODE",
        "021 5000 0000, DOMESTIC_LANDLINE"
    })
    void whatCanBeANumber_isOne(String typed, Suspect.Kind kind) {
        Suspect read = Suspect.read(typed);
        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.number()).contains(PhoneNumbers.read(typed));
        assertThat(read.senderName()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "DOMESTIC_MOBILE")
    void onlyADomesticMobile_isBlockable(Suspect.Kind kind) {
        String value =
                switch (kind) {
                    case SENDER_NAME -> "BANK-CONTOH";
                    case SHORT_CODE -> "110";
                    default -> "+6500000000";
                };
        assertThat(new Suspect(kind, value).blockable()).isEmpty();
        assertThat(Suspect.read("0811 0000 0042").blockable()).isPresent();
    }
}
