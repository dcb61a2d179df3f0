package org.sandglass.figure;

/// The commands of a path, as it grows.
final class Outline {
    private final StringBuilder text = new StringBuilder();

    Outline move(double x, double y) {
        return command('M', x, y);
    }

    Outline line(double x, double y) {
        return command('L', x, y);
    }

    Outline close() {
        text.append('Z');
        return this;
    }

    /// A dot: a line of no length, which round caps make a disc.
    Outline dot(double x, double y) {
        move(x, y);
        text.append("h0");
        return this;
    }

    /// A circle, as two halves.
    Outline circle(double x, double y, double radius) {
        String r = Decimals.text(radius);
        String across = Decimals.text(2 * radius);
        move(x - radius, y);
        text.append("a")
                .append(r)
                .append(' ')
                .append(r)
                .append(" 0 1 0 ")
                .append(across)
                .append(" 0a");
        text.append(r).append(' ').append(r).append(" 0 1 0 -").append(across).append(" 0Z");
        return this;
    }

    Outline rectangle(Box box) {
        move(box.x(), box.y());
        text.append('h').append(Decimals.text(box.width())).append('v').append(Decimals.text(box.height()));
        text.append("h-").append(Decimals.text(box.width()));
        return close();
    }

    /// A closed polygon around a point, its corners given relative to it as `x, y, x, y …`, times a size.
    Outline polygon(double x, double y, double size, double... corners) {
        for (int i = 0; i < corners.length; i += 2) {
            command(i == 0 ? 'M' : 'L', x + size * corners[i], y + size * corners[i + 1]);
        }
        return close();
    }

    /// Rising diagonals through a box, at places that do not depend on it: those of neighbours meet.
    ///
    /// @param step from one to the next along an edge, `> 0`
    Outline hatched(Box box, double step) {
        double last = box.right() + box.bottom();
        for (double sum = step * Math.ceil((box.x() + box.y()) / step); sum < last; sum += step) {
            double left = Math.max(box.x(), sum - box.bottom());
            double right = Math.min(box.right(), sum - box.y());
            if (right > left) {
                move(left, sum - left).line(right, sum - right);
            }
        }
        return this;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    private Outline command(char letter, double x, double y) {
        text.append(letter).append(Decimals.text(x)).append(' ').append(Decimals.text(y));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
