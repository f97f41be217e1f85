package gotthard.overview;

/// A plan with the latest of its runs, judged.
///
/// @param rule which gives its light
public record Phase(Overview overview, Forecast forecast, Rule rule) {
    static Phase of(Overview overview, Forecasting forecasting) {
        Forecast forecast = forecasting.of(overview);
        return new Phase(overview, forecast, Rule.of(overview, forecast));
    }
}
