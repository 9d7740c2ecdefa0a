package id.sigap.verification.casework;

import id.sigap.events.Msisdn;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** An {@link Msisdn} as text. */
@Converter(autoApply = true)
public class MsisdnColumn implements AttributeConverter<Msisdn, String> {

    @Override
    public String convertToDatabaseColumn(Msisdn number) {
        return number == null ? null : number.value();
    }

    @Override
    public Msisdn convertToEntityAttribute(String column) {
        return column == null ? null : new Msisdn(column);
    }
}
