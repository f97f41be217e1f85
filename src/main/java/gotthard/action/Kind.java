package gotthard.action;

import gotthard.problem.Checked;
import gotthard.shape.Shape;

/// A kind of step, such as `files.copy`. Found by `ServiceLoader`; a class that implements it names no client library, so
/// that `validate` stays fast and offline.
///
/// @param <W> the parameters under `with:`
public interface Kind<W> {
    /// The name that plans use, such as `files.copy`.
    String name();

    /// Raised when the meaning of its parameters, or what it leaves at a site, changes.
    int version();

    /// One sentence for the reference page.
    String summary();

    /// Declares, reads, checks and documents the parameters.
    Shape<W> parameters();

    /// The work that a step of this kind does. Pure, but for files that it reads through the scope.
    Checked<Work> bind(W with, Scope scope);
}
