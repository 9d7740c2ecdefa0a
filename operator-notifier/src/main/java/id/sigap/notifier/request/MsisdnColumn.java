package id.sigap.notifier.request;

import id.sigap.events.Msisdn;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
class MsisdnColumn implements AttributeConverter<Msisdn, String> {

    @Override
    public String convertToDatabaseColumn(Msisdn number) {
        return number == null ? null : number.value();
    }

    @Override
    public Msisdn convertToEntityAttribute(String text) {
        return text == null ? null : new Msisdn(text);
    }
}
