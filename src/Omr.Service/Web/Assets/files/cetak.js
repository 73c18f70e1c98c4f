// A button that prints the page: <button data-print>.
document.querySelectorAll('[data-print]').forEach(button => button.addEventListener('click', () => print()));
