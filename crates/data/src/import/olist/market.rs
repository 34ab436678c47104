//! The data set put in order: who belongs where, what an order contains, which review counts.
//!
//! Everything here follows from the files alone, so the same files give the same rows with the same ids.

mod orders;
mod people;
mod reviews;

use chrono::{DateTime, Utc};

pub(super) use self::{
    orders::Order,
    people::{Client, Writer},
    reviews::Review,
};
use super::records::{FilePayment, Records};

/// Websites, people and orders, each list in the order of its ids.
#[derive(Debug)]
pub(super) struct Market {
    /// Codes of the states, one website each.
    pub states: Vec<String>,
    /// English names of product categories.
    pub categories: Vec<String>,
    /// Pairs of state and category that orders need, sorted.
    pub choices: Vec<(usize, usize)>,
    pub clients: Vec<Client>,
    pub writers: Vec<Writer>,
    /// By purchase time.
    pub orders: Vec<Order>,
    /// By order, then position.
    pub payments: Vec<FilePayment>,
    /// At most one per order, by order.
    pub reviews: Vec<Review>,
    pub superseded_reviews: u64,
    /// When the first order was placed; the as-of time when there is none.
    pub opened_at: DateTime<Utc>,
}

impl Market {
    /// Puts the records in order. `as_of` stands in for times that only orders could give.
    pub(super) fn new(records: Records, as_of: DateTime<Utc>) -> Self {
        let Records {
            states,
            people,
            mut categories,
            customers,
            sellers,
            mut orders,
            mut items,
            mut payments,
            mut reviews,
        } = records;
        let unknown = categories.place("unknown");
        let opened_at = orders.iter().map(|order| order.purchased_at).min().unwrap_or(as_of);

        let places = orders::sort(&mut orders);
        let of_items = items.iter_mut().map(|item| &mut item.order);
        let of_payments = payments.iter_mut().map(|payment| &mut payment.order);
        let of_reviews = reviews.iter_mut().map(|review| &mut review.order);
        for order in of_items.chain(of_payments).chain(of_reviews) {
            *order = places[*order];
        }
        payments.sort_by_key(|payment| (payment.order, payment.position));

        let (states, state_places) = sorted(states.list);
        let (mut clients, client_places) =
            people::clients(people.list, &customers, &orders, &state_places, opened_at);
        let mut writers = people::writers(sellers, &items, &state_places, opened_at);

        let contents = orders::contents(orders.len(), &items, unknown);
        let home = |customer: usize| {
            (client_places[customers[customer].person], state_places[customers[customer].state])
        };
        let orders: Vec<Order> =
            orders.iter().zip(contents).map(|(order, content)| Order::new(order, content, home)).collect();
        let choices = orders::choices(&orders);

        let (reviews, superseded_reviews) = reviews::latest(reviews, &orders);
        people::add_up(&mut clients, &mut writers, &orders, &payments, &reviews);
        Self {
            states,
            categories: categories.list,
            choices,
            clients,
            writers,
            orders,
            payments,
            reviews,
            superseded_reviews,
            opened_at,
        }
    }

    /// Place of an order's state and category among the choices.
    pub(super) fn choice_of(&self, order: &Order) -> usize {
        self.choices.binary_search(&(order.state, order.content.category)).unwrap_or_default()
    }
}

/// Sorted texts, and for each old place the new one.
fn sorted(list: Vec<String>) -> (Vec<String>, Vec<usize>) {
    let mut order: Vec<usize> = (0..list.len()).collect();
    order.sort_by(|left, right| list[*left].cmp(&list[*right]));
    let places = inverse(&order);
    let mut list: Vec<Option<String>> = list.into_iter().map(Some).collect();
    (order.into_iter().filter_map(|old| list[old].take()).collect(), places)
}

/// From "who stands at this place" to "where does he stand".
fn inverse(order: &[usize]) -> Vec<usize> {
    let mut places = vec![0; order.len()];
    for (new, old) in order.iter().enumerate() {
        places[*old] = new;
    }
    places
}
