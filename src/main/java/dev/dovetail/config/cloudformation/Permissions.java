package dev.dovetail.config.cloudformation;

import dev.dovetail.config.Trigger;
import dev.dovetail.config.aws.LambdaTriggers;
import java.util.List;
import java.util.Map;

/** What {@code AWS::Lambda::Permission} tells of callers that nothing else in the template shows. */
final class Permissions {

    /** Services that call on behalf of a request. */
    private static final List<String> PASS_REQUESTS =
            List.of("apigateway.amazonaws.com", "elasticloadbalancing.amazonaws.com");

    private Permissions() {}

    static void read(
            Template.Resource permission, Callers callers, Ways ways, Intrinsics intrinsics) {
        String principal = intrinsics.text(permission.properties(), "Principal").orElse("");
        boolean ofUrl =
                intrinsics.at(permission.properties(), "FunctionUrlAuthType").isPresent()
                        || intrinsics
                                .text(permission.properties(), "Action")
                                .filter("lambda:InvokeFunctionUrl"::equals)
                                .isPresent();
        intrinsics
                .at(permission.properties(), "FunctionName")
                .map(callers::functionsIn)
                .ifPresent(
                        functions ->
                                functions.forEach(
                                        function ->
                                                judge(function, principal, ofUrl, permission, ways)));
    }

    private static void judge(
            String function,
            String principal,
            boolean ofUrl,
            Template.Resource permission,
            Ways ways) {
        List<Trigger> known = ways.to(function);
        boolean answersRequests = known.stream().anyMatch(trigger -> !trigger.hops().isEmpty());
        boolean takesEvents = known.stream().anyMatch(trigger -> trigger.hops().isEmpty());
        if (ofUrl || PASS_REQUESTS.contains(principal)) {
            // An authorizer is called by the gateway, too.
            if (!answersRequests && !takesEvents) {
                ways.doubt(function);
            }
        } else if (!principal.endsWith(".amazonaws.com")) {
            ways.doubt(function);
        } else if (!takesEvents) {
            ways.add(
                    function,
                    permission,
                    LambdaTriggers.other(Trigger.Kind.EVENT, Map.of(), permission.place()));
        }
    }
}
