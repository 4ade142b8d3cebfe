package com.acme.mail;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import org.apache.commons.mail.EmailException;
import org.apache.commons.mail.SimpleEmail;

public class MailHandler implements RequestHandler<Map<String, String>, String> {
    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        try {
            SimpleEmail email = new SimpleEmail();
            email.setHostName("mail.example.com");
            email.setSmtpPort(587);
            email.addTo(event.get("to"));
            return email.send();
        } catch (EmailException e) {
            throw new IllegalStateException(e);
        }
    }
}
